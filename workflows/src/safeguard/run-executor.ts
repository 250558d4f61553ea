import { eraseExpiredSecrets, escalateDue, expireDue, expireGrants, findApprovedIds } from '@hub/safeguard'
import type { WorkflowsContext } from '../context.ts'
import { executeApproved } from './execute-approved.ts'
import { reportToTickets } from './report-to-ticket.ts'
import { resumeAnswered } from './resume-answered.ts'
import { createWork } from './work.ts'

const sweepMs = 5_000

/**
 * Works off approved requests: at once when the bus says so, and by looking every few seconds,
 * so that nothing depends on the bus. Expires, escalates and resumes what is due on the way. A slow request or
 * system holds nothing else back.
 * @returns a function that stops it after the work in hand
 */
export function runExecutor(ctx: WorkflowsContext): () => Promise<void> {
  const work = createWork((err, name) => ctx.log.error({ err, part: name }, 'safeguard work failed'))
  const wake = () => {
    work.run('expire', () => expireDue(ctx))
    work.run('expire-grants', () => expireGrants(ctx))
    work.run('escalate', () => escalateDue(ctx))
    work.run('resume', () => resumeAnswered(ctx))
    work.run('execute', async () => {
      for (const id of await findApprovedIds(ctx.db)) work.run(id, () => executeApproved(ctx, id))
    })
    work.run('report', () => reportToTickets(ctx))
    work.run('erase', () => eraseExpiredSecrets(ctx))
  }
  const end = ctx.bus.subscribe({
    onEvent: (event) => {
      if (event.type.startsWith('safeguard:request_')) wake()
    },
    onResync: wake,
  })
  const timer = setInterval(wake, sweepMs)
  wake()
  return async () => {
    end()
    clearInterval(timer)
    await work.stop()
  }
}
