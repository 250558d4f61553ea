import { eraseExpiredSecrets, expireDue, findApprovedIds } from '@hub/safeguard'
import type { WorkflowsContext } from '../context.ts'
import { executeApproved } from './execute-approved.ts'
import { reportToTickets } from './report-to-ticket.ts'

const sweepMs = 5_000

/**
 * Works off approved requests: at once when the bus says so, and by looking every few seconds,
 * so that nothing depends on the bus. Expires what is due on the way.
 * @returns a function that stops it after the work in hand
 */
export function runExecutor(ctx: WorkflowsContext): () => Promise<void> {
  let isStopping = false
  let isRequested = false
  let working: Promise<void> | undefined
  const wake = () => {
    isRequested = true
    working ??= loop().finally(() => {
      working = undefined
    })
  }
  const loop = async () => {
    while (isRequested && !isStopping) {
      isRequested = false
      await sweep(ctx)
    }
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
    isStopping = true
    end()
    clearInterval(timer)
    await working
  }
}

/** One pass; a failing part does not keep the others from running. */
async function sweep(ctx: WorkflowsContext): Promise<void> {
  const parts = [
    () => expireDue(ctx),
    async () => {
      await Promise.all((await findApprovedIds(ctx.db)).map((id) => executeApproved(ctx, id)))
    },
    () => reportToTickets(ctx),
    () => eraseExpiredSecrets(ctx),
  ]
  for (const part of parts) {
    try {
      await part()
    } catch (err) {
      ctx.log.error({ err }, 'safeguard sweep failed')
    }
  }
}
