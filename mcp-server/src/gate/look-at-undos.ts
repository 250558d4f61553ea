import { claimUndoLook, findUndoLooksDue, inTransaction } from '@hub/safeguard'
import type { GateContext } from './context.ts'
import { correctCall, findEndedCall } from './interrupted-calls.store.ts'
import { landsWithinMs } from './landing.ts'
import { lookAtEffect } from './look-at-system.ts'
import { interruptedTexts } from './recover-calls.ts'
import { recoverer } from './recoverer.ts'
import { settleUndo } from './settle-undo.ts'

/** A system that gave no answer for this long is not asked any more; the effect stays taken back. */
const giveUpMs = 24 * 60 * 60_000

/** Looks at the systems of direct undos whose outcome is not known, so that none holds an effect for ever. */
export async function lookAtUndos(gate: GateContext): Promise<void> {
  const due = await findUndoLooksDue(gate.db, { now: gate.clock.now(), everyMs: landsWithinMs })
  for (const undo of due)
    if (await claimUndoLook(gate.db, { ...undo, now: gate.clock.now() })) await lookAtUndo(gate, undo)
}

async function lookAtUndo(gate: GateContext, { undoOf, by }: { undoOf: string; by: string }): Promise<void> {
  const call = await findEndedCall(gate.db, by)
  const answer = call ? await lookAtEffect(gate, call) : 'unknown'
  const now = gate.clock.now()
  const isOver = !call || now.getTime() - call.startedAt.getTime() > giveUpMs
  await inTransaction(gate, async (change) => {
    // Unclear once more: the next look comes after the same wait; at the end it is left as it is.
    const settled = answer === 'unknown' && isOver ? 'yes' : answer
    await settleUndo(change.tx, { undoOf, by }, { answer: settled, startedAt: now })
    if (call && answer === 'yes') await correctCall(change.tx, { id: call.id, summary: interruptedTexts.yes })
    if (answer !== 'unknown')
      await change.audit({
        actor: recoverer,
        action: 'tool.reconcile',
        subjectType: 'approval',
        subjectId: undoOf,
        details: { executionId: call?.id ?? null, undoOf, answer },
      })
  })
  gate.log.info({ approvalId: undoOf, executionId: by, answer }, 'uncertain undo looked at')
}
