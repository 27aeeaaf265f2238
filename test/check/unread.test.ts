import { describe, expect, test } from 'vitest'
import { checkSource } from '../../src/check/run.ts'
import { coverageOf } from '../../src/check/coverage.ts'
import { SourceText } from '../../src/source/text.ts'
import { asOf, catalog } from '../support.ts'

function judged(text: string, file = 'notice.txt') {
  const { notice, judgement, findings } = checkSource(new SourceText(file, text), asOf, catalog)
  if (!notice || !judgement) throw new Error('nothing was judged')
  return { findings, coverage: coverageOf(notice, judgement) }
}

/** A sentence or two as notices have them, in our own words. */
const texts: [language: string, text: string][] = [
  [
    'German',
    'Wir verarbeiten Ihre Daten, um den Vertrag mit Ihnen zu erfüllen, und geben sie nicht an andere weiter. Sie können der Nutzung für die Werbung widersprechen.',
  ],
  [
    'French',
    'Nous traitons vos données pour exécuter le contrat et nous ne les vendons pas. Vous pouvez vous opposer à la publicité dans votre compte.',
  ],
  [
    'Spanish',
    'Tratamos los datos de su cuenta para cumplir con el contrato y no los vendemos. Usted puede pedir una copia de los datos que tenemos.',
  ],
  [
    'Portuguese',
    'Tratamos os dados da sua conta para cumprir o contrato e não os vendemos. Você pode pedir uma cópia dos dados que temos em seu nome.',
  ],
  [
    'Italian',
    'Trattiamo i dati del suo conto per eseguire il contratto e non li vendiamo. Lei può chiedere una copia dei dati che sono nel nostro archivio.',
  ],
  [
    'Dutch',
    'Wij verwerken de gegevens van uw account om het contract uit te voeren en verkopen ze niet. U kunt een kopie vragen van de gegevens die wij van u hebben.',
  ],
  [
    'Polish',
    'Przetwarzamy dane z konta, aby wykonać umowę, i nie sprzedajemy ich. Mogą Państwo poprosić o kopię danych, które są w naszych zbiorach.',
  ],
  [
    'Russian',
    'Мы обрабатываем данные, чтобы выполнить договор, и не продаём их. Вы можете попросить копию данных, которые мы храним о вас.',
  ],
  [
    'Arabic',
    'نحن نستخدم البيانات التي تقدمها لنا من أجل تنفيذ العقد، ولا نبيعها إلى أي طرف. يمكن أن تطلب نسخة من هذه البيانات في أي وقت.',
  ],
  [
    'Japanese',
    '当社は、契約を履行するためにお客様の情報を利用し、これを販売しません。お客様は情報の写しを求めることができます。',
  ],
  [
    'Korean',
    '당사는 계약을 이행하기 위해 고객의 정보를 이용하며 이를 판매하지 않습니다. 고객은 사본을 요청할 수 있습니다.',
  ],
  ['Chinese', '我们为履行合同而处理您的信息，并且不会出售这些信息。您可以要求获得一份我们保存的信息的副本。'],
]

describe('a notice in another language', () => {
  test.each(texts)('%s is named at its first words, and nothing is called missing', (language, text) => {
    const { findings, coverage } = judged(`Privacy\n\n${text}`)
    const message = `The notice is in ${language}; clauselint reads English only, so nothing is judged that it says.`
    expect(findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['not-english', 'warning', message],
    ])
    const [finding] = findings
    expect(finding?.at.kind === 'words' && text.startsWith(finding.at.quote)).toBe(true)
    expect(coverage).toEqual({ disclosures: [], verdicts: [], leads: [], unread: message })
  })

  test('is told of a policy that declares it, at the declaration', () => {
    const { findings } = judged(
      'clauselint: 1\naddresses: [EU]\nlanguage: de-AT\ncontroller: { name: Acme }\n',
      'a.policy.yaml',
    )
    expect(findings).toMatchObject([
      {
        rule: 'not-english',
        message: 'The notice is in German; clauselint reads English only, so nothing is judged that it says.',
        at: { kind: 'fact', path: 'language' },
      },
    ])
    expect(judged('clauselint: 1\naddresses: [EU]\nlanguage: mi\n', 'a.policy.yaml').findings[0]?.message).toMatch(
      /^The notice is in another language \(mi\);/,
    )
  })

  test('is told of a policy that is written in one and does not declare it', () => {
    const body = texts[0]?.[1] ?? ''
    const yaml = `clauselint: 1\naddresses: [EU]\nsections:\n  - { id: a, topic: other, heading: A, body: "${body}" }\n`
    expect(judged(yaml, 'a.policy.yaml').findings.map(({ rule, at }) => [rule, at.kind])).toEqual([
      ['not-english', 'words'],
    ])
  })

  test.each([
    [
      'English with names and addresses of elsewhere',
      'We are Müller und Söhne GmbH, Straße der Republik 5, and we keep your data for a year.',
    ],
    [
      'English and then German',
      `We keep your personal data for as long as you have an account with us, and we share it with our bank. ${texts[0]?.[1] ?? ''}`,
    ],
    ['a few words', 'Datenschutz und Privacy'],
  ])('is not seen in %s', (_, text) => {
    expect(judged(text).findings.map(({ rule }) => rule)).not.toContain('not-english')
  })
})

describe('a text that is no notice', () => {
  test('is told, and nothing is called missing', () => {
    const { findings, coverage } = judged(
      '# Bread\n\nMix flour, water and salt. Let the dough rise, then bake it for an hour.',
      'a.md',
    )
    const message =
      'Hardly anything here is about privacy: no sentences of 3. This seems to be no privacy notice, so nothing is called missing.'
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([['not-a-notice', message]])
    expect(coverage).toEqual({ disclosures: [], verdicts: [], leads: [], unread: message })
  })

  test.each([
    ['empty', 'a.txt', ''],
    ['nothing but space', 'a.md', '\uFEFF \n\t\n'],
    [
      'a page that a script fills',
      'a.html',
      '<html><head><title>Privacy</title></head><body><div id="app"></div><script>run()</script></body>',
    ],
  ])('a file that is %s holds no words', (_, file, text) => {
    expect(judged(text, file).findings).toMatchObject([
      { rule: 'not-a-notice', message: 'The file holds no words that people could read.', at: { kind: 'absence' } },
    ])
  })

  test.each([
    ['a short notice', 'We keep your personal data for two years.'],
    ['a notice of a title and a line', 'Privacy\n\nWrite to us.'],
  ])('is not %s', (_, text) => {
    expect(judged(text).findings.map(({ rule }) => rule)).not.toContain('not-a-notice')
  })
})
