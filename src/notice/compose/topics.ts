import type { Fact } from '../../policy/fact.ts'
import { automatedDecisions, breach, changes, children, marketing, security } from './conduct.ts'
import { contact } from './contact.ts'
import { controller } from './controller.ts'
import { cookies, sale } from './cookies.ts'
import { data, sources } from './data.ts'
import { introduction } from './introduction.ts'
import { legalBasis, purposes } from './purposes.ts'
import { recipients, transfers } from './recipients.ts'
import { retention } from './retention.ts'
import { californiaRights, rights } from './rights.ts'
import type { Writer } from './writer.ts'

/** How a topic is composed from facts. */
export type Topic = {
  heading: string
  compose: (root: Fact, w: Writer) => void
  /** Left out of a notice without sections. */ onlyWhenAsked?: true
}

/** Every topic that facts can fill, in the order of a notice without sections. */
export const topics: Readonly<Record<string, Topic>> = {
  introduction: { heading: 'About this notice', compose: introduction },
  controller: { heading: 'Who we are', compose: controller },
  contact: { heading: 'Contact us', compose: contact },
  data: { heading: 'What personal data we collect', compose: data },
  sources: { heading: 'Where we get the data', compose: sources },
  purposes: { heading: 'Why we use the data', compose: purposes },
  'legal-basis': { heading: 'Legal bases', compose: legalBasis, onlyWhenAsked: true },
  recipients: { heading: 'Who receives the data', compose: recipients },
  transfers: { heading: 'Transfers to other countries', compose: transfers },
  retention: { heading: 'How long we keep the data', compose: retention },
  rights: { heading: 'Your rights', compose: rights },
  'automated-decisions': { heading: 'Automated decisions', compose: automatedDecisions },
  security: { heading: 'Security', compose: security },
  breach: { heading: 'Personal data breaches', compose: breach },
  children: { heading: 'Children', compose: children },
  cookies: { heading: 'Cookies', compose: cookies },
  marketing: { heading: 'Direct marketing', compose: marketing },
  sale: { heading: 'Sale and sharing of data', compose: sale },
  california: { heading: 'California', compose: californiaRights },
  changes: { heading: 'Changes to this notice', compose: changes },
}
