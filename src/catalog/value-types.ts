/** Value types that the reader finds without a word group. */
export const valueTypes = [
  'duration',
  'date',
  'age',
  'email',
  'url',
  'phone',
  'address',
  'company',
  'proper',
  'number',
] as const
