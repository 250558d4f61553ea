import type { Db } from '@hub/prisma'
import type { ExecutionRow } from '../message.store.ts'

interface FollowupKey {
  messageId: string
  ticketId: number
}

export interface Followup extends FollowupKey {
  callId: string
  state: string
  startedAt: Date
}

/** @returns true when this call is the one that writes; false when the answer was, or is being, written there */
export async function claimFollowup(db: Db, claim: Omit<Followup, 'state'>): Promise<boolean> {
  const { count } = await db.answerFollowup.createMany({
    data: [{ ...claim, state: 'running' }],
    skipDuplicates: true,
  })
  return count === 1
}

export async function findFollowup(db: Db, { messageId, ticketId }: FollowupKey): Promise<Followup | null> {
  return db.answerFollowup.findUnique({ where: { messageId_ticketId: { messageId, ticketId } } })
}

/** Keeps that it was written, or that nobody knows. */
export async function settleFollowup(db: Db, callId: string, state: 'done' | 'unknown'): Promise<void> {
  await db.answerFollowup.updateMany({ where: { callId }, data: { state } })
}

/** Gives the place free: nothing was written. */
export async function dropFollowup(db: Db, callId: string): Promise<void> {
  await db.answerFollowup.deleteMany({ where: { callId } })
}

/** The execution record of a call, null when the gate has none. */
export async function findExecution(
  db: Db,
  call: { callId: string; messageId: string },
): Promise<ExecutionRow | null> {
  return db.toolExecution.findFirst({ where: call, orderBy: { rank: 'desc' } })
}
