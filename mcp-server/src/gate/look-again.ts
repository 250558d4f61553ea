import { claimLook, findLooksDue, readApproval } from '@hub/safeguard'
import type { GateContext } from './context.ts'
import { landsWithinMs } from './landing.ts'
import { lookAndRecord } from './reconcile-unknown.ts'
import { recoverer } from './recoverer.ts'

/** A person may have looked a moment ago: a look may be a logon. In milliseconds. */
const pauseMs = 60_000
const repeatForMs = 30 * 60_000

/**
 * Looks again at executions whose outcome is unknown, once nothing of them can land any more: in the usual case that
 * settles them, and no person is needed.
 */
export async function lookAgain(gate: GateContext): Promise<void> {
  for (const id of await findLooksDue(gate.db, { now: gate.clock.now(), landsWithinMs, repeatForMs })) {
    if (!(await claimLook(gate.db, { id, now: gate.clock.now(), everyMs: pauseMs }))) continue
    await lookAndRecord(gate, await readApproval(gate.db, id), recoverer)
  }
}
