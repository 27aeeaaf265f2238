import type { CheckPage } from '../catalog/types.ts'
import type { Finding } from '../finding.ts'
import { contactPromised } from './checks/contact-promised-not-given.ts'
import { danglingReference } from './checks/dangling-reference.ts'
import { emptySection } from './checks/empty-section.ts'
import { lawInferred } from './checks/law-inferred.ts'
import { lawNotShipped } from './checks/law-not-shipped.ts'
import { mechanismElsewhere } from './checks/mechanism-elsewhere.ts'
import { noAdequacyDecision } from './checks/no-adequacy-decision.ts'
import { retiredReference } from './checks/retired-reference.ts'
import { lawUnaddressed } from './checks/law-unaddressed.ts'
import { lawUndeclared } from './checks/law-undeclared.ts'
import type { Ground } from './judge.ts'

/** The rules whose logic is code, by the id of their page in rules/checks/. Rules that other rooms raise have no entry. */
export const checks: Readonly<Record<string, (ground: Ground, page: CheckPage) => Finding[]>> = {
  'contact-promised-not-given': contactPromised,
  'dangling-reference': danglingReference,
  'empty-section': emptySection,
  'law-inferred': lawInferred,
  'law-not-shipped': lawNotShipped,
  'mechanism-elsewhere': mechanismElsewhere,
  'no-adequacy-decision': noAdequacyDecision,
  'retired-reference': retiredReference,
  'law-unaddressed': lawUnaddressed,
  'law-undeclared': lawUndeclared,
}
