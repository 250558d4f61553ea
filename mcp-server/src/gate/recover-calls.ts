import type { LocalizedText } from '@hub/contracts'
import { inTransaction } from '@hub/safeguard'
import type { GateContext } from './context.ts'
import { endInterruptedCall, findInterruptedCalls, type InterruptedCall } from './interrupted-calls.store.ts'
import { landsWithinMs } from './landing.ts'
import { lookAtEffect } from './look-at-system.ts'
import { recoverer } from './recoverer.ts'
import { settleUndo } from './settle-undo.ts'

type Answer = 'yes' | 'no' | 'unknown'

export const interruptedTexts: Record<Answer, LocalizedText> = {
  yes: {
    fr: 'Interrompu, mais le système montre l’effet : c’est fait.',
    en: 'Interrupted, but the system shows the effect: it is done.',
  },
  no: {
    fr: 'Interrompu : le système ne montre pas l’effet, rien n’est fait.',
    en: 'Interrupted: the system does not show the effect, nothing is done.',
  },
  unknown: {
    fr: 'Interrompu : l’issue n’est pas connue, à vérifier.',
    en: 'Interrupted: the outcome is not known, check it.',
  },
}

/**
 * Ends the records of calls whose process died and that needed no approval. For a small write it looks at the system,
 * once nothing of it can land any more; what took an effect back and did not happen lets go of it.
 */
export async function recoverCalls(gate: GateContext): Promise<void> {
  const startedBefore = new Date(gate.clock.now().getTime() - landsWithinMs)
  for (const call of await findInterruptedCalls(gate.db, startedBefore)) await recoverCall(gate, call)
}

async function recoverCall(gate: GateContext, call: InterruptedCall): Promise<void> {
  const isEffect = call.level === 'L2' && gate.registry.get(call.toolName)?.kind === 'effect'
  const answer = isEffect ? await tryLook(gate, call) : 'unknown'
  await inTransaction(gate, async (change) => {
    const end = { id: call.id, answer, summary: interruptedTexts[answer], now: change.now }
    if (!(await endInterruptedCall(change.tx, end))) return
    gate.log.warn({ executionId: call.id, tool: call.toolName, answer }, 'interrupted call ended')
    if (!isEffect) return
    await settleUndo(change.tx, { by: call.id }, { answer, startedAt: call.startedAt })
    await change.audit({
      actor: recoverer,
      action: 'tool.reconcile',
      subjectType: 'tool',
      subjectId: call.toolName,
      details: { executionId: call.id, answer },
    })
  })
}

/** Whatever a look throws, the record ends: another call must not wait for it. */
async function tryLook(gate: GateContext, call: InterruptedCall): Promise<Answer> {
  try {
    return await lookAtEffect(gate, call)
  } catch (err) {
    gate.log.error({ err, executionId: call.id }, 'reconciliation failed')
    return 'unknown'
  }
}
