import { type ApprovalOutcome, ConflictError, type LocalizedText } from '@hub/contracts'
import { type ApprovalRow, keepSecret, recordOutcome } from '@hub/safeguard'
import type { GateContext } from './context.ts'
import { effectContext } from './effect-context.ts'
import { finishExecution, keepEffectData } from './execution.store.ts'
import { executionLease, type Renew } from './execution-lease.store.ts'
import { failureText } from './failure-text.ts'
import { readBack } from './read-back.ts'
import { lookAfter } from './reconcile-effect.ts'
import type { ApprovedCall } from './run-approved.ts'
import type { GateResult } from './tool-call.ts'
import { undoCallOf } from './undo-call.ts'

type Execution = ApprovedCall & { row: ApprovalRow; executionId: string; startedAt: Date }
type End = {
  state: 'executed' | 'failed' | 'unknown'
  summary: LocalizedText
  verification: ApprovalOutcome['verification']
  undo?: ApprovalOutcome['undo']
  data?: unknown
}

/** How often a running execution shows that it lives. */
const heartbeatMs = 10_000

/** The effect itself, its verification and its outcome; the approval is already consumed. */
export async function carryOut(gate: GateContext, run: Execution): Promise<GateResult> {
  const { row, executionId, startedAt } = run
  const renew = executionLease(gate, row)
  const heartbeat = setInterval(() => {
    renew().catch((err: unknown) => gate.log.warn({ err, approvalId: row.id }, 'heartbeat failed'))
  }, heartbeatMs)
  try {
    const end = await attempt(gate, { ...run, renew })
    const { state, summary, verification } = end
    await recordOutcome(gate, {
      approvalId: row.id,
      state,
      actor: run.call.caller.actor,
      summary,
      verification,
      undo: end.undo,
      // its data is kept already, or cannot be: that must not undo the outcome
      endCalls: (tx) =>
        finishExecution(tx, executionId, {
          status: state === 'executed' ? 'ok' : 'error',
          summary,
          startedAt,
          finishedAt: gate.clock.now(),
        }),
    })
    gate.log.info({ approvalId: row.id, state }, 'approved action ended')
    const approval = {
      approvalId: row.id,
      level: run.weighed.level,
      state,
      expiresAt: row.expiresAt.toISOString(),
    }
    return { executionId, outcome: { status: 'ok', data: end.data, approval }, summary }
  } finally {
    clearInterval(heartbeat)
  }
}

async function attempt(gate: GateContext, run: Execution & { renew: Renew }): Promise<End> {
  const { tool, args, row, startedAt } = run
  let { ctx } = run
  let isStarted = false
  try {
    const secret = await tool.makeSecret?.(args, ctx)
    if (secret !== undefined) {
      await keepSecret(gate, { approvalId: row.id, key: gate.encryptionKey, secret })
      ctx = { ...ctx, secret }
    }
    if (!(await run.renew())) throw takenOver()
    isStarted = true
    const { data, summary } = await tool.run(args, ctx)
    await keepData(gate, run.executionId, data)
    const verification = await readBack(tool, { args, effect: { data, startedAt }, ctx })
    return { state: 'executed', summary, verification, data, undo: undoCallOf(gate, tool, { args, data }) }
  } catch (error) {
    gate.log.warn({ err: error, approvalId: row.id }, 'approved action failed')
    const reason = failureText(error)
    if (!isStarted) return { state: 'failed', summary: reason, verification: null }
    const again = { ...ctx, ...effectContext(gate, run.weighed.target) }
    return reconcileEnd(await lookAfter(gate, tool, { args, startedAt, error, ctx: again }), reason)
  }
}

/** The effect stands whether it can be kept or not. */
async function keepData(gate: GateContext, executionId: string, data: unknown): Promise<void> {
  try {
    await keepEffectData(gate.db, executionId, data)
  } catch (err) {
    gate.log.warn({ err, executionId }, 'the data of an effect was not kept')
  }
}

/** This process slept and another one has looked at the execution meanwhile: nothing may start any more. */
function takenOver(): ConflictError {
  return new ConflictError('Another process has taken this execution over', { reason: 'approval.taken_over' })
}

/** The words for what a look at the system says about an effect whose answer was lost. */
export function reconcileEnd(answer: 'yes' | 'no' | 'unknown', cause: LocalizedText): End {
  if (answer === 'yes')
    return {
      state: 'executed',
      summary: {
        fr: `Exécuté : le système montre l’effet, malgré ceci : ${cause.fr}`,
        en: `Executed: the system shows the effect, in spite of this: ${cause.en}`,
      },
      verification: {
        status: 'verified',
        detail: { fr: 'Le système montre l’effet.', en: 'The system shows the effect.' },
      },
    }
  if (answer === 'no') return { state: 'failed', summary: cause, verification: null }
  return {
    state: 'unknown',
    summary: {
      fr: `Issue inconnue : ${cause.fr} À vérifier à la main, rien n’est relancé.`,
      en: `Outcome unknown: ${cause.en} Check by hand, nothing is retried.`,
    },
    verification: null,
  }
}
