import type { TemplateLanguage } from '@hub/contracts'
import type { Acted } from '../../engine/act.ts'
import type { Reason } from '../ticket.ts'
import type { Desk, TicketFacts } from './desk.ts'
import { fetchTicket } from './fetch-ticket.ts'
import { notMade, tellClient } from './finish.ts'
import { entryKey, requesterEntries, touchedBy } from './touched-by.ts'
import { isMade, LeftToHuman } from './write.ts'

/** How long an answer is waited for, in milliseconds. */
const answerMs = 24 * 3_600_000

/** What the requester answered, or why there is no answer to go on with. */
export type Answer = { ticket: TicketFacts; texts: string[]; desk: Desk } | { none: Reason }

const noAnswer: Reason = {
  rule: 'no_answer',
  fr: 'pas de réponse à la question posée au demandeur',
  en: 'no answer to what the requester was asked',
}
const onTrial: Reason = {
  rule: 'trial',
  fr: 'essai à blanc : la question n’a pas été posée',
  en: 'trial: the question was not asked',
}

/**
 * Asks the requester whose account it is, and waits for the answer.
 * @throws LeftToHuman when somebody else wrote meanwhile
 */
export async function askWho(desk: Desk, language: TemplateLanguage): Promise<Answer> {
  const words = { ticket: String(desk.ticketId) }
  const asked: Acted = await tellClient(desk, 'ask_who', { language, words })
  if (asked.state === 'dry_run') return { none: onTrial }
  if (!isMade(asked))
    return { none: notMade('la question au demandeur', 'the question to the requester', asked) }
  const { run, ticketId } = desk
  const until = new Date((await run.now()).getTime() + answerMs)
  await run.wait({
    name: 'answer',
    reason: { kind: 'ticket_answer', ticketId, until: until.toISOString() },
    topics: [`ticket:${ticketId}`],
    until,
  })
  const ticket = await run.step('read answer', () => fetchTicket(desk))
  const said = requesterEntries(ticket)
  const heard = new Set([...desk.heard, ...said.map(entryKey)])
  const touch = touchedBy(ticket, heard)
  if (touch) throw new LeftToHuman(touch)
  if (said.length === 0) return { none: noAnswer }
  return { ticket, texts: said.map(({ text }) => text), desk: { ...desk, heard } }
}
