import type { Db, Tx } from '@hub/prisma'

/** A call that takes back the effect of request `undoOf`: the id of its own request, or of the call. */
export interface UndoClaim {
  undoOf: string
  by: string
}

/** Takes the undo of an effect that stands; of several calls exactly one gets it. */
export async function claimUndo(db: Db, { undoOf, by }: UndoClaim): Promise<boolean> {
  const { count } = await db.approval.updateMany({
    where: { id: undoOf, state: 'executed', OR: [{ undoneBy: null }, { undoneBy: by }] },
    data: { undoneBy: by },
  })
  return count === 1
}

/** The undo did not happen: the effect stands, and may be taken back by another call. */
export async function releaseUndo(db: Db | Tx, { undoOf, by }: UndoClaim): Promise<void> {
  await db.approval.updateMany({ where: { id: undoOf, undoneBy: by }, data: { undoneBy: null } })
}
