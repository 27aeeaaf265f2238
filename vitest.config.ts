import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Property tests and runs of the built command share two cores in CI.
    testTimeout: 30_000,
  },
})
