import { glpiAddFollowup, glpiCloseTicket, type TemplateLanguage, type TemplateName } from '@hub/contracts'
import type { Acted } from '../../engine/act.ts'
import type { RunNote } from '../../engine/run-note.ts'
import { clientText } from '../texts/templates.store.ts'
import type { Reason } from '../ticket.ts'
import type { Desk } from './desk.ts'
import { escalate } from './escalate.ts'
import { isMade, write } from './write.ts'

export interface Words {
  language: TemplateLanguage
  words: Readonly<Record<string, string>>
}

/** A followup that the client reads, decided by people. The text is recorded: an edited template changes no request. */
export async function tellClient(desk: Desk, name: TemplateName, { language, words }: Words): Promise<Acted> {
  const content = await desk.run.step(`text: ${name}`, () =>
    clientText(desk.ctx.db, { name, language }, words),
  )
  const key = `support.${desk.ticketId}.${name}`
  return write(desk, `public followup: ${name}`, {
    tool: glpiAddFollowup.name,
    locale: language,
    arguments: { ticketId: desk.ticketId, content, isPrivate: false, idempotencyKey: key },
  })
}

/** Tells the client what was done, and closes the ticket with its solution; both are decided by people. */
export async function finish(
  desk: Desk,
  { done, solution }: { done: TemplateName; solution: TemplateName },
  text: Words,
): Promise<RunNote> {
  const told = await tellClient(desk, done, text)
  if (!isMade(told))
    return escalate(desk, [notMade('le suivi au client', 'the followup to the client', told)])
  const { language, words } = text
  const body = await desk.run.step(`text: ${solution}`, () =>
    clientText(desk.ctx.db, { name: solution, language }, words),
  )
  const closed = await write(desk, 'close', {
    tool: glpiCloseTicket.name,
    locale: language,
    arguments: { ticketId: desk.ticketId, solution: body },
  })
  if (!isMade(closed)) return escalate(desk, [notMade('la clôture', 'the closing', closed)])
  const isTrial = closed.state === 'dry_run'
  return { phase: 'resolved', autoResolved: !isTrial, ...(isTrial && { facts: { wouldResolve: true } }) }
}

const states: Record<string, { fr: string; en: string }> = {
  rejected: { fr: 'refusée', en: 'refused' },
  expired: { fr: 'expirée sans décision', en: 'expired without a decision' },
  cancelled: { fr: 'annulée', en: 'cancelled' },
  failed: { fr: 'en échec', en: 'failed' },
  unknown: { fr: 'd’issue inconnue', en: 'of unknown outcome' },
}

/** Why a change that people decide was not made. */
export function notMade(fr: string, en: string, acted: Acted): Reason {
  const words = states[acted.state] ?? { fr: acted.state, en: acted.state }
  const id = 'approvalId' in acted ? acted.approvalId : ''
  return {
    rule: `request_${acted.state}`,
    fr: `demande ${id} pour ${fr} : ${words.fr}`,
    en: `request ${id} for ${en}: ${words.en}`,
  }
}
