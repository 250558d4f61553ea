import type { EventType } from '@hub/contracts'
import { eraseExpiredSecrets, escalateDue, expireDue, expireGrants, findApprovedIds } from '@hub/safeguard'
import type { WorkflowsContext } from '../context.ts'
import { executeApproved } from './execute-approved.ts'
import { createPauses } from './pauses.ts'
import { reportToTickets } from './report-to-ticket.ts'
import { resumeAnswered } from './resume-answered.ts'
import { createSlots } from './slots.ts'
import { createWork } from './work.ts'

/** Actions that run at once: a backlog must not overrun the system that it is for. */
const actionsAtOnce = 6
/** After these there may be something to do. Who looks at a request or comments on it changes nothing here. */
const wakers: ReadonlySet<EventType> = new Set<EventType>([
  'safeguard:request_approved',
  'safeguard:request_rejected',
  'safeguard:request_expired',
  'safeguard:request_deferred',
  'safeguard:request_cancelled',
  'safeguard:request_executed',
  'safeguard:request_failed',
  'safeguard:request_unknown',
  'safeguard:request_resumed',
])

/**
 * Works off approved requests: at once when the bus says so, and by looking every `lookMs`,
 * so that nothing depends on the bus. Expires, escalates and resumes what is due on the way, whatever the actions do.
 * An action that hangs keeps one of the slots until the time of its call is over (`longestCallMs`); the gate ends it by
 * its own, shorter times, as `unknown` when nothing says more. What failed is tried again after a pause, whatever wakes
 * the executor meanwhile.
 * @returns a function that stops it after the work in hand
 */
export function runExecutor(ctx: WorkflowsContext, lookMs: number): () => Promise<void> {
  const work = createWork((err, name) => ctx.log.error({ err, part: name }, 'safeguard work failed'))
  const slots = createSlots(actionsAtOnce)
  const pauses = createPauses()
  let isStopping = false
  const execute = (id: string) =>
    slots(async () => {
      if (isStopping || !pauses.isDue(id)) return
      // failed until it is known to have ended: it may throw anything
      pauses.failed(id)
      if (await executeApproved(ctx, id)) pauses.done(id)
    })
  const wake = () => {
    work.run('expire', () => expireDue(ctx))
    work.run('expire-grants', () => expireGrants(ctx))
    work.run('escalate', () => escalateDue(ctx))
    work.run('resume', () => resumeAnswered(ctx))
    work.run('execute', async () => {
      for (const id of await findApprovedIds(ctx.db)) work.run(id, () => execute(id))
    })
    work.run('report', () => reportToTickets(ctx, pauses))
    work.run('erase', () => eraseExpiredSecrets(ctx))
  }
  const end = ctx.bus.subscribe({
    onEvent: (event) => {
      if (wakers.has(event.type)) wake()
    },
    onResync: wake,
  })
  const timer = setInterval(wake, lookMs)
  wake()
  return async () => {
    end()
    clearInterval(timer)
    isStopping = true
    await work.stop()
  }
}
