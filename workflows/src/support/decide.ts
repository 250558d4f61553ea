import { type Classification, defaultThreshold } from './classify/classify-ticket.ts'
import type { Identity } from './identify/identify-person.ts'
import type { Suspicion } from './suspicion/assess-suspicion.ts'
import type { Reason } from './ticket.ts'

/** What the directory says of the account, once one was found. */
export interface AccountFacts {
  enabled: boolean
  privileged: boolean
  isVip: boolean
}

export interface SupportFacts {
  classification: Classification
  suspicion: Suspicion
  identity: Identity
  /** Null when no single account was found. */
  account: AccountFacts | null
  threshold?: number
}

export type SupportDecision =
  | { kind: 'reset'; login: string }
  | { kind: 'unlock'; login: string }
  | { kind: 'diagnose' }
  | { kind: 'ask_who'; reasons: Reason[] }
  | { kind: 'escalate'; reasons: Reason[] }

const reason = (rule: string, fr: string, en: string): Reason => ({ rule, fr, en })

const escalations = {
  unsure: reason('under_threshold', 'classement trop incertain', 'classification too uncertain'),
  other: reason('for_a_person', 'demande à traiter par un technicien', 'a request for a technician'),
  someoneElse: reason(
    'someone_else',
    'concerne le compte d’une autre personne',
    'about the account of somebody else',
  ),
  several: reason('several_people', 'plusieurs personnes possibles', 'several people are possible'),
  onlyText: reason(
    'named_by_text_only',
    'personne nommée seulement dans le texte',
    'person named by the text only',
  ),
  noFacts: reason('account_unread', 'compte non lu dans l’annuaire', 'account not read in the directory'),
  privileged: reason('privileged_account', 'compte à privilèges', 'privileged account'),
  vip: reason('vip_account', 'compte d’une personne VIP', 'account of a VIP'),
  disabled: reason('disabled_account', 'compte désactivé', 'disabled account'),
}

const escalate = (...reasons: Reason[]): SupportDecision => ({ kind: 'escalate', reasons })

function personObstacle(identity: Identity, account: AccountFacts | null): SupportDecision | null {
  if (identity.kind === 'someone_else') return escalate(escalations.someoneElse)
  if (identity.kind === 'several') return { kind: 'ask_who', reasons: [escalations.several] }
  if (identity.kind === 'none')
    return {
      kind: 'ask_who',
      reasons: [reason('nobody_found', 'personne non identifiée', 'person not identified')],
    }
  // A shared mailbox that names a colleague proves nothing: anyone who reads it could have written.
  if (identity.how.startsWith('text_')) return { kind: 'ask_who', reasons: [escalations.onlyText] }
  if (account === null) return escalate(escalations.noFacts)
  if (account.privileged) return escalate(escalations.privileged)
  if (account.isVip) return escalate(escalations.vip)
  return account.enabled ? null : escalate(escalations.disabled)
}

/** What to do with a ticket: act only when category, sender and person are all beyond doubt; else a person. */
export function decideSupport(facts: SupportFacts): SupportDecision {
  const { classification, suspicion, identity, account, threshold = defaultThreshold } = facts
  if (suspicion.isSuspicious) return escalate(...suspicion.reasons)
  if (classification.category === 'AUTRE') return escalate(escalations.other)
  if (classification.confidence < threshold) return escalate(escalations.unsure, ...classification.reasons)
  if (classification.category === '#DIAG') return { kind: 'diagnose' }
  const obstacle = personObstacle(identity, account)
  if (obstacle !== null) return obstacle
  if (identity.kind !== 'one') return escalate(escalations.noFacts)
  return { kind: classification.category === 'RESET_MDP' ? 'reset' : 'unlock', login: identity.login }
}
