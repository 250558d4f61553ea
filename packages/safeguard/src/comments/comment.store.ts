import type { ApprovalComment } from '@hub/contracts'
import type { Db, Prisma, Tx } from '@hub/prisma'

type CommentRow = Prisma.ApprovalCommentGetPayload<object>

function presentComment({ at, ...row }: CommentRow): ApprovalComment {
  const { id, userId, displayName, body } = row
  return { id, userId, displayName, body, at: at.toISOString() }
}

export async function insertComment(
  tx: Tx,
  data: Prisma.ApprovalCommentUncheckedCreateInput,
): Promise<ApprovalComment> {
  return presentComment(await tx.approvalComment.create({ data }))
}

/** Oldest first. */
export async function findComments(db: Db | Tx, approvalId: string): Promise<ApprovalComment[]> {
  const rows = await db.approvalComment.findMany({
    where: { approvalId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map(presentComment)
}
