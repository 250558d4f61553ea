import type { LocalizedText } from '@hub/contracts'
import type { Db } from '@hub/prisma'

/** Ends the call records of an approved action whose process died before it could. */
export async function endCallsOfApproval(
  db: Db,
  ended: {
    approvalId: string
    state: 'executed' | 'failed' | 'unknown'
    summary: LocalizedText
    now: Date
  },
): Promise<void> {
  await db.toolExecution.updateMany({
    where: { approvalId: ended.approvalId, status: 'running' },
    data: {
      status: ended.state === 'executed' ? 'ok' : 'error',
      summary: ended.summary,
      finishedAt: ended.now,
    },
  })
}

const interrupted: LocalizedText = {
  fr: 'Interrompu : l’issue n’est pas connue, à vérifier.',
  en: 'Interrupted: the outcome is not known, check it.',
}

/** Ends the records of other calls that began before `startedBefore` and that nobody works on any more. */
export async function endInterruptedCalls(
  db: Db,
  { startedBefore, now }: { startedBefore: Date; now: Date },
): Promise<number> {
  const { count } = await db.toolExecution.updateMany({
    where: { status: 'running', approvalId: null, startedAt: { lte: startedBefore } },
    data: { status: 'error', summary: interrupted, finishedAt: now },
  })
  return count
}
