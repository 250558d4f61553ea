import type { Db, Tx } from '@hub/prisma'

export interface ViewKey {
  approvalId: string
  userId: string
}

/** Notes when a person first opened a request; later openings change nothing. */
export async function insertView(
  db: Db | Tx,
  view: ViewKey & { displayName: string; openedAt: Date },
): Promise<void> {
  await db.approvalView.createMany({
    data: [{ ...view, lookingUntil: view.openedAt }],
    skipDuplicates: true,
  })
}

/** Notes when a person first had the whole preview on the screen; the digest of a request never changes. */
export async function keepPreviewSeen(
  tx: Tx,
  key: ViewKey,
  seen: { digest: string; at: Date },
): Promise<void> {
  await tx.approvalView.updateMany({
    where: { ...key, seenDigest: null },
    data: { seenDigest: seen.digest, previewSeenAt: seen.at },
  })
}

/** @returns until when the person was taken to be looking; others wait until the transaction ends */
export async function lockLookingUntil(tx: Tx, { approvalId, userId }: ViewKey): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ until: Date }[]>`
    SELECT looking_until AS until FROM approval_views
    WHERE approval_id = ${approvalId} AND user_id = ${userId} FOR UPDATE`
  return rows[0]?.until ?? null
}

export async function keepLookingUntil(tx: Tx, key: ViewKey, until: Date): Promise<void> {
  await tx.approvalView.updateMany({ where: key, data: { lookingUntil: until } })
}
