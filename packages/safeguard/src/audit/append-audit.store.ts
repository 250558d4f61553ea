import { type Actor, type ApprovalState, actorKey, type HubEvent } from '@hub/contracts'
import { type NewEvent, numberedEvents, type Prisma, type Tx } from '@hub/prisma'
import type { DecisionRow, MovedColumns } from '../approvals/approval-row.ts'
import { toColumns } from '../column-names.ts'
import { chainHash } from './chain-hash.ts'

export interface AuditEntry {
  actor: Actor
  /** `entity.verb`, e.g. `approval.approve`. */
  action: string
  subjectType: string
  subjectId: string
  details: Prisma.InputJsonObject
  at: Date
}

/** What an audit row is about, written in the call that takes the end of the chain: first the decision. */
export interface AuditedWrites {
  decision?: DecisionRow
  /** What becomes of a locked request. */
  moved?: MovedColumns & { id: string; state: ApprovalState }
}

/**
 * Adds one row to the audit chain, in the transaction of what it records and before any effect.
 * Writers queue on the head row: call it last in the transaction.
 * @returns the events of `written`, with their ids
 */
export async function appendAudit(
  tx: Tx,
  entry: AuditEntry,
  written: AuditedWrites & { events: NewEvent[] } = { events: [] },
): Promise<HubEvent[]> {
  const { decision, moved, events } = written
  const writes = {
    ...(decision && { decision: toColumns(decision) }),
    ...(moved && { moved: toColumns(moved) }),
    events,
  }
  const [head] = await tx.$queryRaw<{ event_ids: bigint[]; seq: bigint; hash: string }[]>`
    SELECT event_ids, seq, hash FROM write_and_hold_audit(${JSON.stringify(writes)}::jsonb)`
  if (!head) throw new Error('The audit chain has no head')
  const row = { ...entry, actorKey: actorKey(entry.actor), seq: head.seq + 1n, prevHash: head.hash }
  const columns = toColumns({ ...row, seq: row.seq.toString(), hash: chainHash(row) })
  await tx.$executeRaw`
    SELECT append_audit(jsonb_populate_record(NULL::user_audit_log, ${JSON.stringify(columns)}::jsonb))`
  return numberedEvents(events, head.event_ids)
}
