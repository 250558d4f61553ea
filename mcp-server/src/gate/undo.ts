import { AppError, ApprovalOutcome, ConflictError, LocalizedText, ValidationError } from '@hub/contracts'
import { type ApprovalRow, canonicalHash, claimUndo, readApproval, releaseUndo } from '@hub/safeguard'
import type { Tool } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { parseArguments } from './parse-arguments.ts'
import type { GateResult, ToolCall } from './tool-call.ts'

/**
 * The request whose effect a call says it takes back: only a person, and only with exactly the call that was kept
 * with the outcome.
 * @returns null for a call that takes nothing back
 * @throws ValidationError for another call; ConflictError when it is taken back already; NotFoundError
 */
export async function readUndone(
  gate: GateContext,
  { call, tool, args }: { call: ToolCall; tool: Tool; args: Record<string, unknown> },
): Promise<ApprovalRow | null> {
  const { undoOf, actor } = call.caller
  if (undoOf === undefined) return null
  const row = await readApproval(gate.db, undoOf)
  const undo = ApprovalOutcome.nullable().parse(row.outcome)?.undo
  if (row.state !== 'executed' || row.undoneBy !== null) throw alreadyUndone()
  const isSame =
    undo?.toolName === tool.descriptor.name &&
    canonicalHash(parseArguments(tool.descriptor, undo.arguments)) === canonicalHash(args)
  if (isSame && actor.type === 'user') return row
  throw new ValidationError('This call does not take that effect back', { reason: 'undo.other' })
}

/** What the approver of an undo reads first. */
export function undoEvidence(undone: ApprovalRow): LocalizedText {
  const { fr, en } = LocalizedText.parse(undone.sentence)
  return {
    fr: `Annule l’effet de la demande ${undone.id} : ${fr}.`,
    en: `Takes back the effect of request ${undone.id}: ${en}.`,
  }
}

/** Runs what takes an effect back so that it happens once; a call that did not happen leaves the way free. */
export async function takingBack(
  gate: GateContext,
  { undoOf, by }: { undoOf: string | null; by: string },
  run: () => Promise<GateResult>,
): Promise<GateResult> {
  if (undoOf === null) return run()
  if (!(await claimUndo(gate.db, { undoOf, by }))) throw alreadyUndone()
  try {
    return await run()
  } catch (error) {
    if (hasNotHappened(error)) await releaseUndo(gate.db, { undoOf, by })
    throw error
  }
}

function hasNotHappened(error: unknown): boolean {
  return (
    error instanceof AppError &&
    error.reason !== 'tool.outcome_unknown' &&
    error.reason !== 'tool.done_unanswered'
  )
}

function alreadyUndone(): ConflictError {
  return new ConflictError('This effect is taken back already', { reason: 'undo.already' })
}
