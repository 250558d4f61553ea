import type { RunNote } from '../../engine/run-note.ts'
import { decideSupport, type SupportDecision } from '../decide.ts'
import { secondOpinion } from '../model/second-opinion.ts'
import type { SupportTicket } from '../ticket.ts'
import { askWho } from './ask-who.ts'
import { reset, unlock } from './change-account.ts'
import { clientDomains } from './client-people.ts'
import type { Desk, TicketFacts } from './desk.ts'
import { diagnose } from './diagnose.ts'
import { escalate } from './escalate.ts'
import { fetchTicket } from './fetch-ticket.ts'
import { type Identified, identify } from './identify.ts'
import { supportTicket } from './support-ticket.ts'
import { openedByHub, type Touch, touchedBy } from './touched-by.ts'
import { isAboutAccount, type Weighed, weighedNote, weighTicket } from './weigh-ticket.ts'
import { LeftToHuman } from './write.ts'

/** Handles one new ticket: what is beyond doubt is done, everything else goes to people with the reasons. */
export async function handleTicket(desk: Desk): Promise<RunNote> {
  const ticket = await desk.run.step('read ticket', () => fetchTicket(desk), { note: ticketNote })
  const touch = touchedBy(ticket, desk.heard)
  if (touch) return leftToHuman(desk, touch)
  try {
    const domains = await desk.run.step('client domains', () => clientDomains(desk, ticket.clientName))
    return await answerTicket(desk, { ticket, domains, answers: [] })
  } catch (error) {
    if (error instanceof LeftToHuman) return leftToHuman(desk, error.touch)
    throw error
  }
}

interface Known {
  ticket: TicketFacts
  domains: string[]
  /** What the requester answered; nothing before they were asked. */
  answers: string[]
}

async function answerTicket(desk: Desk, known: Known): Promise<RunNote> {
  const { ticket, domains, answers } = known
  const read = supportTicket(ticket, domains, answers)
  const byRules = await desk.run.step('classify', async () => weighTicket(read), { note: weighedNote })
  const weighed = await hearModel(desk, { ticket: read, weighed: byRules })
  const found = isAboutAccount(weighed)
    ? await desk.run.step('identify', () => identify(desk, { client: ticket.clientName, ticket: read }), {
        note: ({ identity }) => ({ facts: { identity } }),
      })
    : { identity: { kind: 'none' as const }, account: null }
  const decision = await desk.run.step('decide', async () => decide(weighed, found), {
    note: (value) => ({ phase: value.kind, facts: { decision: value } }),
  })
  const { language } = weighed.classification
  const { account } = found
  if (decision.kind === 'unlock' && account) return unlock(desk, account, language)
  if (decision.kind === 'reset' && account) return reset(desk, account, language)
  if (decision.kind === 'diagnose') return diagnose(desk, ticket)
  const reasons = 'reasons' in decision ? decision.reasons : []
  // One question is enough: what the answer leaves open is for a person.
  if (decision.kind !== 'ask_who' || answers.length > 0) return escalate(desk, reasons)
  const answer = await askWho(desk, language)
  if ('none' in answer) return escalate(desk, [...reasons, answer.none])
  return answerTicket(answer.desk, { ticket: answer.ticket, domains, answers: answer.texts })
}

/** Always a step, with or without a model: what is configured may change while a run sleeps. */
async function hearModel(
  { run, settings }: Desk,
  given: { ticket: SupportTicket; weighed: Weighed },
): Promise<Weighed> {
  if (!(await run.isPatched('second opinion'))) return given.weighed
  const { weighed } = await run.step('second opinion', () => secondOpinion(settings.model, given), {
    note: (opinion) => {
      const { facts, ...note } = weighedNote(opinion.weighed)
      return { ...note, facts: { ...facts, model: opinion.model } }
    },
  })
  return weighed
}

function decide({ classification, suspicion }: Weighed, { identity, account }: Identified): SupportDecision {
  return decideSupport({ classification, suspicion, identity, account })
}

function ticketNote({ id, title, clientName }: TicketFacts): RunNote {
  return {
    title: `#${id} ${title}`.slice(0, 300).toWellFormed(),
    ticketId: id,
    phase: 'read',
    ...(clientName !== null && { clientName }),
  }
}

/** What was changed before somebody took the ticket, a yes that came first for instance, is told with it. */
function leftToHuman({ made }: Desk, touch: Touch): RunNote {
  const facts = { leftToHuman: touch, ...(made.length > 0 && { madeBefore: made }) }
  const phase = touch === openedByHub ? openedByHub : 'left_to_human'
  return { phase, autoResolved: false, facts }
}
