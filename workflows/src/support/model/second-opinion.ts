import { judgeModelAnswer } from '../judge-model-answer.ts'
import type { Weighed } from '../run/weigh-ticket.ts'
import type { Reason, SupportTicket } from '../ticket.ts'
import type { ModelReply, TicketModel } from './ask-model.ts'

/** What became of the question to the model. */
export interface Opinion {
  weighed: Weighed
  model:
    | { state: 'none' | 'not_asked' }
    | { state: 'heard' | 'unusable'; provider: string; model: string }
    | { state: 'dead'; problem: string }
}

const silent: Reason = {
  rule: 'model_silent',
  fr: 'le modèle n’a pas répondu : règles seules',
  en: 'the model did not answer: rules alone',
}

/**
 * The rules' reading of a ticket after that of a model, where there is one. A suspicious ticket is not shown to it: a
 * person has it anyway. To be called inside a step.
 */
export async function secondOpinion(
  ask: TicketModel | undefined,
  { ticket, weighed }: { ticket: SupportTicket; weighed: Weighed },
): Promise<Opinion> {
  if (ask === undefined) return { weighed, model: { state: 'none' } }
  if (weighed.suspicion.isSuspicious) return { weighed, model: { state: 'not_asked' } }
  return mergeOpinion(weighed, await ask(ticket))
}

/** Pure. What the model says of a suspicious ticket changes nothing, whoever asked it. */
export function mergeOpinion(weighed: Weighed, reply: ModelReply): Opinion {
  const { classification, suspicion } = weighed
  if (suspicion.isSuspicious) return { weighed, model: { state: 'not_asked' } }
  if (reply.kind === 'dead') {
    const told = { ...classification, reasons: [...classification.reasons, silent] }
    return { weighed: { suspicion, classification: told }, model: { state: 'dead', problem: reply.problem } }
  }
  const { text, provider, model } = reply
  const judged = judgeModelAnswer(classification, text)
  const isUnusable = judged.reasons.at(-1)?.rule === 'model_unreadable'
  const state = isUnusable ? 'unusable' : 'heard'
  return { weighed: { suspicion, classification: judged }, model: { state, provider, model } }
}
