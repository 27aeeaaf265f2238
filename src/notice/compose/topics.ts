import type { Fact } from '../../policy/fact.ts'
import { automatedDecisions, breach, changes, children, marketing, security } from './conduct.ts'
import { california } from './california.ts'
import { contact } from './contact.ts'
import { controller } from './controller.ts'
import { cookies, sale } from './cookies.ts'
import { data, sources } from './data.ts'
import { introduction } from './introduction.ts'
import { legalBasis, purposes } from './purposes.ts'
import { recipients, transfers } from './recipients.ts'
import { retention } from './retention.ts'
import { rights } from './rights.ts'
import type { Writer } from './writer.ts'

/** How a topic is composed from facts. */
export type Topic = {
  heading: string
  /** The facts it is composed from; the first that is given is where the topic stands in a policy without sections. */
  facts: readonly string[]
  compose: (root: Fact, w: Writer) => void
  /** Left out of a notice without sections. */
  onlyWhenAsked?: true
}

/** Every topic that facts can fill, in the order of a notice without sections. */
export const topics: Readonly<Record<string, Topic>> = {
  introduction: {
    heading: 'About this notice',
    facts: ['services', 'effective', 'updated', 'version'],
    compose: introduction,
  },
  controller: { heading: 'Who we are', facts: ['controller'], compose: controller },
  contact: {
    heading: 'Contact us',
    facts: ['controller.contact', 'controller.dpo', 'controller.responsiblePerson'],
    compose: contact,
  },
  data: {
    heading: 'What personal data we collect',
    facts: ['data', 'persons', 'notCollected', 'specialCategories'],
    compose: data,
  },
  sources: { heading: 'Where we get the data', facts: ['data', 'sources'], compose: sources },
  purposes: { heading: 'Why we use the data', facts: ['purposes', 'modelTraining'], compose: purposes },
  'legal-basis': { heading: 'Legal bases', facts: ['purposes'], compose: legalBasis, onlyWhenAsked: true },
  recipients: { heading: 'Who receives the data', facts: ['recipients'], compose: recipients },
  transfers: {
    heading: 'Transfers to other countries',
    facts: ['transfers', 'residency', 'recipients'],
    compose: transfers,
  },
  retention: { heading: 'How long we keep the data', facts: ['retention', 'data'], compose: retention },
  rights: { heading: 'Your rights', facts: ['rights', 'controller.authorities'], compose: rights },
  'automated-decisions': { heading: 'Automated decisions', facts: ['automatedDecisions'], compose: automatedDecisions },
  security: { heading: 'Security', facts: ['security'], compose: security },
  breach: { heading: 'Personal data breaches', facts: ['breach'], compose: breach },
  children: { heading: 'Children', facts: ['children'], compose: children },
  cookies: { heading: 'Cookies', facts: ['cookies'], compose: cookies },
  marketing: { heading: 'Direct marketing', facts: ['marketing'], compose: marketing },
  sale: { heading: 'Sale and sharing of data', facts: ['sale', 'sharing'], compose: sale },
  california: { heading: 'California', facts: ['rights.california', 'california'], compose: california },
  changes: { heading: 'Changes to this notice', facts: ['changes'], compose: changes },
}
