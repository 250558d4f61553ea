import type { Actor } from '@hub/contracts'
import type { Prisma } from '@hub/prisma'
import type { Change } from '../transaction.store.ts'
import type { GrantRow } from './grant.store.ts'

/** Tells a change of a grant and writes it in the audit chain. */
export async function tellGrant(
  change: Change,
  row: GrantRow,
  told: { actor: Actor; action: string; details?: Prisma.InputJsonObject },
): Promise<void> {
  const { id: grantId, state, uses } = row
  change.emit('safeguard:grant_changed', { grantId, state, uses, action: told.action })
  await change.audit({
    actor: told.actor,
    action: told.action,
    subjectType: 'grant',
    subjectId: row.id,
    details: { digest: row.digest, tool: row.toolName, requester: row.requester, ...told.details },
  })
}
