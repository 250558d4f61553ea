import { randomUUID } from 'node:crypto'
import {
  AppError,
  ApprovalOutcome,
  ConflictError,
  type Locale,
  type UndoAnswer,
  type UserActor,
} from '@hub/contracts'
import { longestCallMs, type ToolAnswer } from '@hub/kernel'
import type { ApprovalRow } from '@hub/safeguard'
import type { ServerContext } from '../../context.ts'

/**
 * Makes the call that takes an effect back, in the name of the one who clicked: it passes the gate like any other.
 * @throws ConflictError when there is nothing (left) to take back; AppError as the gate refused the call
 */
export async function undoEffect(
  ctx: ServerContext,
  row: ApprovalRow,
  by: { actor: UserActor; locale: Locale },
): Promise<UndoAnswer> {
  const undo = ApprovalOutcome.nullable().parse(row.outcome)?.undo
  if (row.state !== 'executed' || !undo)
    throw new ConflictError('The Hub knows no way to take this back', { reason: 'undo.none' })
  const answer = await callUndo(ctx, { ...by, undoOf: row.id }, undo)
  if (!('outcome' in answer)) throw told(answer, by.locale)
  const { status, summary, outcome } = answer
  return { status, approvalId: outcome.approval?.approvalId ?? null, summary }
}

async function callUndo(
  ctx: ServerContext,
  assertion: { actor: UserActor; locale: Locale; undoOf: string },
  undo: NonNullable<ApprovalOutcome['undo']>,
): Promise<ToolAnswer> {
  const session = await ctx.openTools(assertion)
  try {
    const { toolName: name, arguments: args } = undo
    const signal = AbortSignal.timeout(longestCallMs)
    return await session.call({ name, arguments: args, callId: randomUUID(), signal })
  } finally {
    await session.close()
  }
}

const ownReasons = ['undo.already', 'undo.other', 'undo.other_target']

/** A refusal of the tool in its own words: they are many, and it has them in every language. */
function told(answer: Extract<ToolAnswer, { code: unknown }>, locale: Locale): AppError {
  const { code, reason, summary } = answer
  const isOurs = reason !== undefined && ownReasons.includes(reason)
  return new AppError(
    code,
    summary.en,
    isOurs ? { reason } : { reason: 'tool.told', params: { text: summary[locale] } },
  )
}
