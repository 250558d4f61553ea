import { ConflictError } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'

/** A call that takes back the effect of request `undoOf`: the id of its own request, or of the record of the call. */
export interface UndoClaim {
  undoOf: string
  by: string
}

/** The same of a call that may have none, or of which only the record is known. */
export interface HeldUndo {
  undoOf?: string
  by: string
}

const held = ({ undoOf, by }: HeldUndo) => ({ undoneBy: by, ...(undoOf !== undefined && { id: undoOf }) })

/**
 * Takes the undo of an effect that stands; of several calls exactly one gets it. Belongs into the transaction that
 * begins the call: a process that dies before leaves nothing held.
 */
export async function claimUndo(tx: Tx, { undoOf, by }: UndoClaim): Promise<boolean> {
  const { count } = await tx.approval.updateMany({
    where: { id: undoOf, state: 'executed', undoneBy: null },
    data: { undoneBy: by, lookedAt: null },
  })
  return count === 1
}

/** The undo did not happen: the effect stands, and may be taken back by another call. */
export async function releaseUndo(db: Db | Tx, claim: HeldUndo): Promise<void> {
  await db.approval.updateMany({ where: held(claim), data: { undoneBy: null, lookedAt: null } })
}

/**
 * Notes whether it has to be looked at if a direct undo happened: since `unsure`, or null once that is known. Such a
 * request is the only `executed` one with a `lookedAt`.
 */
export async function markUndo(db: Db | Tx, claim: HeldUndo, unsure: Date | null): Promise<void> {
  await db.approval.updateMany({ where: held(claim), data: { lookedAt: unsure } })
}

export function alreadyUndone(): ConflictError {
  return new ConflictError('This effect is taken back already', { reason: 'undo.already' })
}
