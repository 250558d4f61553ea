import { AppError, type ApprovalOutcome, type LocalizedText } from '@hub/contracts'
import { type ApprovalRow, keepSecret, recordOutcome, touchApproval } from '@hub/safeguard'
import type { EffectTool, Verification } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { finishExecution } from './execution.store.ts'
import { failureText } from './failure-text.ts'
import type { ApprovedCall } from './run-approved.ts'
import type { GateResult } from './tool-call.ts'

type Execution = ApprovedCall & { row: ApprovalRow; executionId: string }
type End = {
  state: 'executed' | 'failed' | 'unknown'
  summary: LocalizedText
  verification: ApprovalOutcome['verification']
  data?: unknown
}

/** How often a running execution shows that it lives. */
const heartbeatMs = 10_000

/** The effect itself, its verification and its outcome; the approval is already consumed. */
export async function carryOut(gate: GateContext, run: Execution): Promise<GateResult> {
  const { row, executionId } = run
  const startedAt = row.executingAt ?? gate.clock.now()
  const heartbeat = setInterval(() => {
    touchApproval(gate.db, row.id, { aliveAt: gate.clock.now() }).catch((err: unknown) =>
      gate.log.warn({ err, approvalId: row.id }, 'heartbeat failed'),
    )
  }, heartbeatMs)
  try {
    const end = await attempt(gate, run, startedAt)
    const { state, summary, verification } = end
    await recordOutcome(gate, {
      approvalId: row.id,
      state,
      actor: run.call.caller.actor,
      summary,
      verification,
    })
    await finishExecution(gate.db, executionId, {
      status: state === 'executed' ? 'ok' : 'error',
      summary,
      data: end.data,
      startedAt,
      finishedAt: gate.clock.now(),
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

async function attempt(gate: GateContext, run: Execution, startedAt: Date): Promise<End> {
  const { tool, args, row, ctx } = run
  let isStarted = false
  try {
    const secret = await tool.makeSecret?.(args, ctx)
    if (secret !== undefined) await keepSecret(gate, { approvalId: row.id, key: gate.encryptionKey, secret })
    isStarted = true
    const { data, summary } = await tool.run(args, secret === undefined ? ctx : { ...ctx, secret })
    const verification = await readBack(tool, { args, effect: { data, startedAt }, ctx })
    return { state: 'executed', summary, verification, data }
  } catch (error) {
    gate.log.warn({ err: error, approvalId: row.id }, 'approved action failed')
    const reason = failureText(error)
    if (!isStarted || isDefinite(error)) return { state: 'failed', summary: reason, verification: null }
    return reconcileEnd(await tool.reconcile(args, startedAt, freshContext(gate)), reason)
  }
}

/** A refusal by the system itself: the effect did not happen. A lost answer is not one. */
function isDefinite(error: unknown): boolean {
  return error instanceof AppError && error.code !== 'UPSTREAM_FAILED' && error.code !== 'INTERNAL'
}

/** The effect stands whatever the second read gives: a failed read is said, not thrown. */
async function readBack(
  tool: EffectTool,
  read: {
    args: Record<string, unknown>
    effect: { data: unknown; startedAt: Date }
    ctx: ApprovedCall['ctx']
  },
): Promise<Verification> {
  try {
    return await tool.verify(read.args, read.effect, read.ctx)
  } catch (error) {
    const reason = failureText(error)
    return {
      status: 'unreadable',
      detail: { fr: `Relecture impossible : ${reason.fr}`, en: `Could not be read back: ${reason.en}` },
    }
  }
}

/** The words for what a look at the system says about an effect whose answer was lost. */
export function reconcileEnd(answer: 'yes' | 'no' | 'unknown', cause: LocalizedText): End {
  if (answer === 'yes')
    return {
      state: 'executed',
      summary: { fr: 'Exécuté : confirmé par relecture.', en: 'Executed: confirmed by reading back.' },
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

function freshContext(gate: GateContext): ApprovedCall['ctx'] {
  return { signal: AbortSignal.timeout(15_000), now: gate.clock.now() }
}
