/** Word groups that tell values apart: what ends a company's name, what opens none, what makes an address. */
export const wordKinds = [
  'company-form',
  'company-form-capital',
  'name-opener',
  'street-word',
  'street-word-plain',
  'address-joint',
  'country',
] as const

/** A word group that tells values apart. */
export type WordKind = (typeof wordKinds)[number]

/** Whether a word or phrase of a group begins at a token. */
export type IsAt = (kind: WordKind, at: number) => boolean
