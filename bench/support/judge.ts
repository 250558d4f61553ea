import {
  assessSuspicion,
  type Classification,
  classifyTicket,
  decideSupport,
  type Identity,
  identifyPerson,
  type SupportDecision,
  type Suspicion,
} from '@hub/workflows'
import type { Labelled } from './parse-tickets.ts'
import { people } from './world.ts'

export interface Judged {
  labelled: Labelled
  classification: Classification
  suspicion: Suspicion
  identity: Identity
  decision: SupportDecision
  ms: number
}

/** Decides one ticket as the workflow would, with the directory of its client. */
export function judge(labelled: Labelled): Judged {
  const { ticket, clientKey } = labelled
  const directory = people.filter(({ client }) => client === clientKey)
  const startedAt = performance.now()
  const classification = classifyTicket(ticket)
  const suspicion = assessSuspicion(ticket)
  const identity = identifyPerson(ticket, directory)
  const ms = performance.now() - startedAt
  return decided({ labelled, classification, suspicion, identity, ms })
}

/** The same ticket with another classification. */
export function decideAgain(judged: Judged, classification: Classification): Judged {
  return decided({ ...judged, classification })
}

function decided(judged: Omit<Judged, 'decision'>): Judged {
  const { labelled, classification, suspicion, identity } = judged
  const directory = people.filter(({ client }) => client === labelled.clientKey)
  const found = identity.kind === 'one' ? directory.find(({ login }) => login === identity.login) : undefined
  const account = found ? { enabled: true, privileged: found.privileged, isVip: found.isVip } : null
  return { ...judged, decision: decideSupport({ classification, suspicion, identity, account }) }
}

/** Anything done without a person: a private diagnosis counts too. */
export const isAutomatic = ({ decision }: Judged) =>
  decision.kind === 'reset' || decision.kind === 'unlock' || decision.kind === 'diagnose'

export const changesAccount = ({ decision }: Judged) =>
  decision.kind === 'reset' || decision.kind === 'unlock'

const actionOf = { reset: 'RESET_MDP', unlock: 'DEBLOCAGE', diagnose: '#DIAG' } as const

/** An action that is not the one asked for, or on another account than the one meant. */
export function isWrongAction(judged: Judged): boolean {
  const { decision, labelled } = judged
  if (decision.kind === 'escalate' || decision.kind === 'ask_who') return false
  if (actionOf[decision.kind] !== labelled.category) return true
  if (decision.kind === 'diagnose') return false
  return labelled.whom !== 'self' || decision.login !== labelled.login
}

/** Whether the person was found as labelled: nobody is right where no single person is meant. */
export function isIdentityRight({ identity, labelled }: Judged): boolean {
  if (labelled.whom === 'unknown' || labelled.login === null)
    return identity.kind !== 'one' || identity.how.startsWith('text_')
  if (labelled.whom === 'self') return identity.kind === 'one' && identity.login === labelled.login
  return identity.kind === 'someone_else' && identity.login === labelled.login
}
