import { canonicalHash } from '../canonical.ts'

export interface ChainedRow {
  seq: bigint
  at: Date
  actor: unknown
  actorKey: string
  action: string
  subjectType: string
  subjectId: string
  details: unknown
  prevHash: string
}

/** Hash of an audit row: covers all it says and the hash of the row before. */
export function chainHash(row: ChainedRow): string {
  return canonicalHash({
    seq: row.seq.toString(),
    at: row.at.toISOString(),
    actor: row.actor,
    actorKey: row.actorKey,
    action: row.action,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    details: row.details,
    prevHash: row.prevHash,
  })
}
