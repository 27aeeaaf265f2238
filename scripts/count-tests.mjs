// Prints `N passed, N failed` from the report of vitest's JSON reporter. Exits with 1 unless something ran and all of it passed.
import { readFileSync } from 'node:fs'

const [, , file] = process.argv
const { passed, failed } = count(readFileSync(file, 'utf8'))
console.log(`${passed} passed, ${failed} failed`)
if (passed === 0 || failed > 0) process.exitCode = 1

/** An empty report means that a step before the tests failed: that step counts as the failure. */
function count(text) {
  if (text.trim() === '') {
    console.log('No test was run: the step above failed.')
    return { passed: 0, failed: 1 }
  }
  const report = JSON.parse(text)
  // A test file that does not load fails as a suite and has no tests to count.
  const broken = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}
