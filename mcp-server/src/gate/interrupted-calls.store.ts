import type { LocalizedText } from '@hub/contracts'
import type { Db, Tx } from '@hub/prisma'

const batch = 50

/** Ends the call records of an approved action whose process died before it could. */
export async function endCallsOfApproval(
  tx: Tx,
  ended: {
    approvalId: string
    state: 'executed' | 'failed' | 'unknown'
    summary: LocalizedText
    now: Date
  },
): Promise<void> {
  await tx.toolExecution.updateMany({
    where: { approvalId: ended.approvalId, status: 'running' },
    data: {
      status: ended.state === 'executed' ? 'ok' : 'error',
      summary: ended.summary,
      finishedAt: ended.now,
    },
  })
}

/** A call as its record has it. */
export interface InterruptedCall {
  id: string
  toolName: string
  level: string
  arguments: unknown
  target: unknown
  startedAt: Date
}

const parts = {
  id: true,
  toolName: true,
  level: true,
  arguments: true,
  target: true,
  startedAt: true,
} as const

/** Calls without an approval that began before `startedBefore` and that nobody works on any more. */
export function findInterruptedCalls(db: Db, startedBefore: Date): Promise<InterruptedCall[]> {
  return db.toolExecution.findMany({
    where: { status: 'running', approvalId: null, startedAt: { lte: startedBefore } },
    select: parts,
    orderBy: { startedAt: 'asc' },
    take: batch,
  })
}

/** Ends the record of one such call. @returns false when another process was quicker */
export async function endInterruptedCall(
  tx: Tx,
  end: { id: string; answer: 'yes' | 'no' | 'unknown'; summary: LocalizedText; now: Date },
): Promise<boolean> {
  const { count } = await tx.toolExecution.updateMany({
    where: { id: end.id, status: 'running' },
    data: { status: end.answer === 'yes' ? 'ok' : 'error', summary: end.summary, finishedAt: end.now },
  })
  return count === 1
}

const recordId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The small write of that record; null when `id` names none. */
export async function findEndedCall(db: Db, id: string): Promise<InterruptedCall | null> {
  if (!recordId.test(id)) return null
  return db.toolExecution.findFirst({ where: { id, level: 'L2', approvalId: null }, select: parts })
}

/** Corrects the record of a call whose outcome was not known when it ended. */
export async function correctCall(tx: Tx, { id, summary }: { id: string; summary: LocalizedText }) {
  await tx.toolExecution.update({ where: { id }, data: { status: 'ok', summary } })
}
