import type { Actor } from '@hub/contracts'
import type { SafeguardContext } from '../context.ts'
import { inTransaction } from '../transaction.store.ts'
import type { LoadedPolicy } from './parse-policy.ts'

/** In whose name the gate itself writes in the audit. */
export const theGate: Actor = { type: 'system', name: 'safeguard' }

/**
 * Puts a policy in force on record, with its audit row and event. Of several processes that load the same version one
 * writes it, a start with the version of before writes nothing.
 * @returns true when the version is another than before
 */
export async function recordPolicy(
  ctx: SafeguardContext,
  { policy, version }: LoadedPolicy,
): Promise<boolean> {
  return inTransaction(ctx, async (change) => {
    const { tx, now } = change
    const [state] = await tx.$queryRaw<{ version: string | null }[]>`
      SELECT version FROM policy_state WHERE id = 1 FOR UPDATE`
    if (!state) throw new Error('The state of the policy has no row')
    if (state.version === version) return false
    await tx.policyState.update({ where: { id: 1 }, data: { version, loadedAt: now } })
    await tx.policyVersion.upsert({
      where: { version },
      create: { version, policy, loadedAt: now },
      update: { loadedAt: now },
    })
    const details = { from: state.version, to: version }
    change.emit('safeguard:policy_changed', details)
    await change.audit({
      actor: theGate,
      action: 'policy.change',
      subjectType: 'policy',
      subjectId: version,
      details,
    })
    return true
  })
}
