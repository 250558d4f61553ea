import { ActionTarget, ApprovalOutcome, ConflictError, LocalizedText, ValidationError } from '@hub/contracts'
import { type ApprovalRow, alreadyUndone, canonicalHash, readApproval } from '@hub/safeguard'
import type { Tool } from '../tools/define-tool.ts'
import type { GateContext } from './context.ts'
import { parseArguments } from './parse-arguments.ts'
import { isSameThing } from './same-thing.ts'
import type { ToolCall } from './tool-call.ts'

/**
 * The request whose effect a call says it takes back: only a person, only with exactly the call that was kept with the
 * outcome, and only on the very thing that was changed.
 * @param target what the call would change now
 * @returns null for a call that takes nothing back
 * @throws ValidationError for another call; ConflictError on another thing or when it is taken back already;
 *   NotFoundError
 */
export async function readUndone(
  gate: GateContext,
  {
    call,
    tool,
    args,
    target,
  }: { call: ToolCall; tool: Tool; args: Record<string, unknown>; target: ActionTarget },
): Promise<ApprovalRow | null> {
  const { undoOf, actor } = call.caller
  if (undoOf === undefined) return null
  const row = await readApproval(gate.db, undoOf)
  const undo = ApprovalOutcome.nullable().parse(row.outcome)?.undo
  if (row.state !== 'executed' || row.undoneBy !== null) throw alreadyUndone()
  const isSame =
    undo?.toolName === tool.descriptor.name &&
    canonicalHash(parseArguments(tool.descriptor, undo.arguments)) === canonicalHash(args)
  if (!isSame || actor.type !== 'user')
    throw new ValidationError('This call does not take that effect back', { reason: 'undo.other' })
  if (!isSameThing(ActionTarget.parse(row.target), target)) throw otherTarget()
  return row
}

/** What the approver of an undo reads first. */
export function undoEvidence(undone: ApprovalRow): LocalizedText {
  const { fr, en } = LocalizedText.parse(undone.sentence)
  return {
    fr: `Annule l’effet de la demande ${undone.id} : ${fr}.`,
    en: `Takes back the effect of request ${undone.id}: ${en}.`,
  }
}

function otherTarget(): ConflictError {
  return new ConflictError(
    'That name belongs to something else than what was changed by now: nothing is taken back',
    { reason: 'undo.other_target' },
  )
}
