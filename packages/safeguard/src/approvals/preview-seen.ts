import type { ApprovalRow } from './approval-row.ts'

/** When this person had the whole preview of this very digest on the screen; null when never. */
export function previewSeenAt(row: ApprovalRow, userId: string): Date | null {
  const view = row.views.find((one) => one.userId === userId && one.seenDigest === row.digest)
  return view?.previewSeenAt ?? null
}
