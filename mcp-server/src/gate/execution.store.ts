import {
  type ActionTarget,
  type ActorAssertion,
  actorKey,
  type LocalizedText,
  type SecurityLevel,
  type ToolDescriptor,
} from '@hub/contracts'
import type { Db, Prisma, Tx } from '@hub/prisma'
import { storable } from './storable.ts'
import type { ToolCall } from './tool-call.ts'

export interface ExecutionStart {
  callId: string
  descriptor: ToolDescriptor
  level: SecurityLevel
  label: LocalizedText
  arguments: Record<string, unknown>
  caller: ActorAssertion
  /** What an effect is on, as the policy sees it. */
  target?: ActionTarget | undefined
  /** `denied` and `error` end the record at once. */
  status: 'running' | 'denied' | 'error'
  approvalId?: string
  summary?: LocalizedText
  startedAt: Date
}

/** Writes the record of a call; a tool card is made from nothing else. */
export async function startExecution(db: Db | Tx, start: ExecutionStart): Promise<string> {
  const { caller, descriptor } = start
  const row = await db.toolExecution.create({
    data: {
      callId: start.callId,
      conversationId: caller.conversationId ?? null,
      messageId: caller.messageId ?? null,
      toolName: descriptor.name,
      toolVersion: descriptor.version,
      level: start.level,
      label: start.label,
      arguments: start.arguments as Prisma.InputJsonObject,
      actor: caller.actor,
      actorKey: actorKey(caller.actor),
      status: start.status,
      approvalId: start.approvalId ?? null,
      startedAt: start.startedAt,
      ...(start.summary ? { summary: start.summary } : {}),
      ...(start.target ? { target: storable(start.target) } : {}),
      ...(start.status === 'running' ? {} : { finishedAt: start.startedAt, durationMs: 0 }),
    },
  })
  return row.id
}

export interface ExecutionEnd {
  status: 'ok' | 'error' | 'approval_required'
  summary: LocalizedText
  data?: unknown
  approvalId?: string
  startedAt: Date
  finishedAt: Date
}

/** Completes the record of a call. */
export async function finishExecution(db: Db | Tx, id: string, end: ExecutionEnd): Promise<void> {
  await db.toolExecution.update({
    where: { id },
    data: {
      status: end.status,
      summary: storable(end.summary),
      finishedAt: end.finishedAt,
      durationMs: end.finishedAt.getTime() - end.startedAt.getTime(),
      ...(end.data === undefined ? {} : { data: storable(end.data) as Prisma.InputJsonValue }),
      ...(end.approvalId ? { approvalId: end.approvalId } : {}),
    },
  })
}

/** Keeps what an effect gave before anything else can go wrong: with it a later look knows how to take it back. */
export async function keepEffectData(db: Db, id: string, data: unknown): Promise<void> {
  await db.toolExecution.update({ where: { id }, data: { data: storable(data) as Prisma.InputJsonValue } })
}

/** What the effect of a request gave; null when nothing is on record. */
export async function readEffectData(db: Db, approvalId: string): Promise<unknown> {
  const rows = await db.toolExecution.findMany({
    where: { approvalId, status: { not: 'approval_required' } },
    select: { data: true },
    orderBy: { rank: 'desc' },
  })
  return rows.find(({ data }) => data !== null)?.data ?? null
}

/** Writes that a tool was called that does not exist. It belongs to no message: there is no card for it. */
export async function recordUnknown(
  db: Db,
  unknown: { call: ToolCall; name: string; summary: LocalizedText; at: Date },
): Promise<void> {
  const { call, name, summary, at } = unknown
  const { actor, conversationId } = call.caller
  await db.toolExecution.create({
    data: {
      callId: call.callId,
      conversationId: conversationId ?? null,
      toolName: name,
      toolVersion: '0',
      level: 'L0',
      label: { fr: 'Outil inconnu', en: 'Unknown tool' },
      arguments: {},
      actor,
      actorKey: actorKey(actor),
      status: 'denied',
      summary,
      startedAt: at,
      finishedAt: at,
      durationMs: 0,
    },
  })
}
