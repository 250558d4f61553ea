import { z } from 'zod'
import type { WorkflowsContext } from '../../context.ts'
import { defineWorkflow, type WorkflowDefinition } from '../../engine/definition.ts'
import type { Run } from '../../engine/run.ts'
import type { RunNote } from '../../engine/run-note.ts'
import { sentinelName } from '../desk/incident-id.ts'
import { reading } from '../read-tool.ts'
import type { SentinelOptions } from '../sentinel-options.ts'
import { evidenceSentence } from '../texts/evidence-text.ts'
import type { CaseFile, View } from './case-file.ts'
import { closeIncident } from './close-incident.store.ts'
import { incidentEnded } from './incident-event.ts'
import { keepStanding } from './keep-standing.store.ts'
import { look } from './look.ts'
import { giveUpMs, limitMs, nextLook } from './pace.ts'
import { readTicket } from './read-facts.ts'
import { addFollowup, closeTicket, openTicket, raiseUrgency } from './write-ticket.ts'

interface Course {
  ctx: WorkflowsContext
  options: SentinelOptions
  run: Run
  file: CaseFile
  /** Followups so far: each has a key of its own. */
  followups: number
  isEscalated: boolean
}

/** The course of one incident, from its first look to the closing of its ticket. */
export function incidentDefinition(ctx: WorkflowsContext, options: SentinelOptions): WorkflowDefinition {
  return defineWorkflow({
    name: sentinelName,
    input: z.object({ incidentId: z.string() }),
    events: incidentEnded,
    async body(run, { incidentId }) {
      const file: CaseFile = { incidentId, evidence: [], ticketId: null, told: null }
      const course: Course = { ctx, options, run, file, followups: 0, isEscalated: false }
      for (;;) {
        const view = await run.step('look', () => look(ctx, { file: course.file, options }), { note: noteOf })
        const end = await follow(course, view)
        if (end) return end
        await rest(course, view)
      }
    },
  })
}

/** Does what one look asks for. @returns the last word when the incident is over */
async function follow(course: Course, view: View): Promise<RunNote | null> {
  if (view.mergedInto !== null) return endMerged(course, view.mergedInto)
  await tell(course, view)
  await keep(course, view, course.isEscalated && view.phase === 'failing' ? 'escalated' : view.phase)
  const ageMs = Date.parse(view.now) - Date.parse(view.startedAt)
  if (view.phase === 'failing' && ageMs >= giveUpMs) return giveUp(course, view)
  if (view.phase === 'failing' && ageMs >= limitMs) await escalate(course, view)
  return view.phase === 'over' ? endOver(course, view) : null
}

/** The ticket says what was found, and what is no more so. */
async function tell(course: Course, view: View): Promise<void> {
  const { run, options, file } = course
  const { verdict, cause, clients } = view
  const told = { verdict, cause, clients }
  if (view.draft) {
    const key = run.id
    const ticketId = await openTicket(run, { draft: view.draft, key, ownClient: options.ownClient })
    course.file = { ...file, ticketId, told, evidence: view.evidence }
    return
  }
  if (view.revision) await say(course, view, view.revision)
  course.file = { ...file, told, evidence: view.evidence }
}

/** Writes a private followup, unless people have done with the ticket. */
async function say(course: Course, view: View, content: string): Promise<void> {
  const { run, file } = course
  if (file.ticketId === null || view.isTicketDone) return
  course.followups += 1
  await addFollowup(run, { ticketId: file.ticketId, content, key: `${run.id}:${course.followups}` })
}

async function keep({ ctx, run, file }: Course, view: View, phase: string): Promise<void> {
  const { incidentId, ticketId } = file
  const { verdict, device, clients, judgement, now, startedAt } = view
  // Word of the recovery waits until nothing can open the incident again.
  const mails = view.phase === 'over' && phase !== 'closed' ? [] : view.mails
  const isFailing = view.phase === 'failing'
  const seen = { verdict, device, clients, judgement, now, startedAt }
  const standing = { incidentId, view: seen, isFailing, phase, ticketId, mails }
  await run.step('keep', () => keepStanding(ctx, { ...standing, isDryRun: run.isDryRun }), {
    note: () => ({ phase }),
  })
}

/** Once only: it lasts longer than a workflow should watch alone. */
async function escalate(course: Course, view: View): Promise<void> {
  if (course.isEscalated) return
  course.isEscalated = true
  const { ticketId } = course.file
  const hours = Math.round(limitMs / 3_600_000)
  await say(
    course,
    view,
    `SENTINEL\nToujours en panne après ${hours} h, sans réponse qui explique la cause : à reprendre par un technicien.`,
  )
  if (ticketId !== null && !view.isTicketDone) await raiseUrgency(course.run, ticketId)
  await keep(course, view, 'escalated')
}

function isDoneOf({ ctx, run }: Course, ticketId: number): () => Promise<boolean> {
  return () => reading(ctx, run.id, async (read) => (await readTicket(read, ticketId)).isDone)
}

/** @returns null when notifications came in the meantime: it goes on */
async function endOver(course: Course, view: View): Promise<RunNote | null> {
  const { ctx, run, file } = course
  const { incidentId, ticketId } = file
  const { alertCount } = view
  const isClosed = await run.step('close', () => closeIncident(ctx, { incidentId, alertCount }))
  if (!isClosed) return null
  await keep(course, view, 'closed')
  if (ticketId === null || view.isTicketDone) return { phase: 'closed', autoResolved: false }
  const solution = view.closing ?? 'SENTINEL'
  const closed = await closeTicket(run, { ticketId, solution, isDone: isDoneOf(course, ticketId) })
  return { phase: 'closed', autoResolved: closed === 'executed', facts: { closing: closed } }
}

/** The ticket stays with people; what still fails opens a new incident when it is told again. */
async function giveUp(course: Course, view: View): Promise<RunNote | null> {
  const { ctx, run, file } = course
  const { incidentId } = file
  const { alertCount } = view
  const isClosed = await run.step('close', () => closeIncident(ctx, { incidentId, alertCount }))
  if (!isClosed) return null
  await say(course, view, 'SENTINEL\nToujours en panne après 7 jours : le suivi automatique s’arrête ici.')
  await keep(course, view, 'abandoned')
  return { phase: 'abandoned', autoResolved: false }
}

/** Its ticket points to the one of the incident that it is part of, and is closed. */
async function endMerged(course: Course, into: NonNullable<View['mergedInto']>): Promise<RunNote> {
  const { run, file } = course
  const facts = { mergedInto: into.incidentId }
  if (file.ticketId === null) return { phase: 'merged', facts }
  const ticket = into.ticketId === null ? '' : `, ticket n° ${into.ticketId}`
  const solution = `Même cause que l’incident ${into.incidentId}${ticket} : le suivi continue là-bas.`
  course.followups += 1
  const key = `${run.id}:${course.followups}`
  await addFollowup(run, { ticketId: file.ticketId, content: `SENTINEL\n${solution}`, key })
  const closed = await closeTicket(run, {
    ticketId: file.ticketId,
    solution,
    isDone: isDoneOf(course, file.ticketId),
  })
  return { phase: 'merged', facts: { ...facts, closing: closed } }
}

/** Until there is news or it is time to look again; news that came together is one. */
async function rest({ run, file }: Course, view: View): Promise<void> {
  const topics = ['alert', 'merged', ...(file.ticketId === null ? [] : [`ticket:${file.ticketId}`])]
  const reason = { kind: 'incident', phase: view.phase }
  let news = await run.wait({ name: 'news', reason, topics, until: nextLook(view) })
  while (news) news = await run.wait({ name: 'more news', reason, topics, until: new Date(view.now) })
}

function noteOf(view: View): RunNote {
  const { judgement, evidence, clients, device, cause, alertCount } = view
  const [client, ...others] = clients
  return {
    verdict: judgement.verdict,
    confidence: judgement.confidence,
    ...(client !== undefined && others.length === 0 && { clientName: client }),
    facts: {
      cause,
      clients,
      device,
      alertCount,
      startedAt: view.startedAt,
      durationMs: Date.parse(view.now) - Date.parse(view.startedAt),
      rules: judgement.rules,
      evidence: evidence.slice(-40).map((item) => ({ ...item, ...evidenceSentence(item) })),
    },
  }
}
