import { Accreditation, type HubEvent } from '@hub/contracts'
import type { NoticeKind } from './notice-kinds.ts'
import type { RequestFacts } from './request-facts.ts'

/** What the event itself says, beyond the request it is about. */
export interface EventFacts {
  /** Group that the escalation ladder calls. */
  escalatedTo?: Accreditation
  decidedBy?: string
  verdict?: string
  /** Hash of the policy that is in force now. */
  version?: string
}

/** Picks known fields out of an event; nothing else of its data is told. */
export function eventFacts(kind: NoticeKind, { data }: HubEvent, request: RequestFacts | null): EventFacts {
  switch (kind) {
    case 'escalated':
      return { escalatedTo: Accreditation.parse(data.tell) }
    case 'approved':
    case 'rejected':
      return { decidedBy: request?.deciders.join(', ') ?? '' }
    case 'break_glass':
      return { decidedBy: String(data.displayName) }
    case 'break_glass_reviewed':
      return { verdict: String(data.verdict) }
    case 'policy_changed':
      return { version: String(data.to) }
    case 'policy_problem':
      return { version: String(data.version) }
    default:
      return {}
  }
}
