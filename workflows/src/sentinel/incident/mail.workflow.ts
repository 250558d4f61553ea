import { z } from 'zod'
import type { WorkflowsContext } from '../../context.ts'
import { StepFailed } from '../../engine/attempt.ts'
import { defineWorkflow, type WorkflowDefinition } from '../../engine/definition.ts'
import type { Run } from '../../engine/run.ts'
import type { RunNote } from '../../engine/run-note.ts'
import type { Signal } from '../../engine/wait.ts'
import { type MailFate, readFate, withdrawnPhase } from './incident.store.ts'
import { mailWorkflow } from './keep-standing.store.ts'
import { withdrawTopic } from './withdraw-mails.store.ts'

const Input = z.object({
  client: z.string(),
  subject: z.string(),
  body: z.string(),
  ticketId: z.number().int().nullable(),
  /** The mail that this one answers: without it there is nothing to say. */
  after: z.string().nullable(),
  /** What its words are about; nothing in older ones. */
  verdict: z.string().nullish(),
})

const Lost = z.object({ fr: z.string(), en: z.string() })
/** Takes a mail back that waits for people, as long as nobody has decided. */
const withdraw = { topics: [withdrawTopic], why: async ({ body }: Signal) => Lost.parse(body) }

const soonMs = 10_000
const laterMs = 60_000
const soonLooks = 6
/** A request is decided or has expired long before. */
const mostLooks = 600

/** One mail of an incident to one client, which a person reads first. Its incident goes on meanwhile. */
export function mailDefinition(ctx: WorkflowsContext): WorkflowDefinition {
  return defineWorkflow({
    name: mailWorkflow,
    input: Input,
    async body(run, { after, verdict: _, ...mail }) {
      if (after !== null && !(await hasLeft(ctx, run, after)))
        return { phase: 'not_needed', facts: { outcome: 'not_needed' } }
      return send(run, mail)
    },
  })
}

async function send(
  run: Run,
  { client, subject, body, ticketId }: Omit<z.infer<typeof Input>, 'after' | 'verdict'>,
): Promise<RunNote> {
  const idempotencyKey = run.id
  const args = { client, subject, body, idempotencyKey, ...(ticketId !== null && { ticketId }) }
  try {
    const { state } = await run.act('mail', { tool: 'mail_notify_client', arguments: args, withdraw })
    const phase = state === 'cancelled' ? withdrawnPhase : state
    return { phase, facts: { outcome: phase } }
  } catch (err) {
    // A client without an address is no reason to stop: the ticket says the same.
    if (!(err instanceof StepFailed)) throw err
    const { reason, message } = err.failure
    return { phase: 'refused', facts: { outcome: 'refused', reason, message } }
  }
}

/** Waits until it is known whether a mail has left: people may decide about it later than all works again. */
async function hasLeft(ctx: WorkflowsContext, run: Run, mailRunId: string): Promise<boolean> {
  for (let looks = 0; looks < mostLooks; looks++) {
    const fate = await run.step<MailFate>('earlier mail', () => readFate(ctx.db, mailRunId))
    if (fate !== 'open') return fate === 'left'
    const now = await run.now()
    const until = new Date(now.getTime() + (looks < soonLooks ? soonMs : laterMs))
    await run.wait({ name: 'pause', reason: { kind: 'earlier_mail', runId: mailRunId }, topics: [], until })
  }
  return false
}
