import type { RunNote } from '../../engine/run-note.ts'
import { type Classification, classifyTicket, defaultThreshold } from '../classify/classify-ticket.ts'
import { assessSuspicion, type Suspicion } from '../suspicion/assess-suspicion.ts'
import type { SupportTicket } from '../ticket.ts'

/** What the rules say of a ticket, before anybody is looked up. */
export interface Weighed {
  classification: Classification
  suspicion: Suspicion
}

/** Pure; recorded as a step, because the rules of a later version may say something else. */
export function weighTicket(ticket: SupportTicket): Weighed {
  return { classification: classifyTicket(ticket), suspicion: assessSuspicion(ticket) }
}

export function weighedNote({ classification, suspicion }: Weighed): RunNote {
  const { category, confidence, language, reasons } = classification
  return {
    category,
    confidence,
    phase: 'classified',
    facts: { language, reasons, isSuspicious: suspicion.isSuspicious, suspicions: suspicion.reasons },
  }
}

/** Whether the ticket asks for something that is done to an account, surely enough to look whose it is. */
export function isAboutAccount({ classification, suspicion }: Weighed): boolean {
  const { category, confidence } = classification
  const isAccount = category === 'RESET_MDP' || category === 'DEBLOCAGE'
  return isAccount && !suspicion.isSuspicious && confidence >= defaultThreshold
}
