import type { LocalizedText } from '@hub/contracts'
import { type ApprovalRow, requestApproval } from '@hub/safeguard'
import type { EffectTool, ToolContext } from '../tools/define-tool.ts'
import { readApprovalContext } from './approval-context.ts'
import type { GateContext } from './context.ts'
import { finishExecution, startExecution } from './execution.store.ts'
import { failureText } from './failure-text.ts'
import { storable } from './storable.ts'
import type { GateResult, ToolCall } from './tool-call.ts'
import { undoEvidence } from './undo.ts'
import { termsFor, unownedEvidence } from './unowned-key.ts'
import type { WeighedCall } from './weigh-call.ts'

interface AskedCall {
  call: ToolCall
  tool: EffectTool
  args: Record<string, unknown>
  ctx: ToolContext
  weighed: WeighedCall
  /** The request whose effect the call takes back. */
  undone: ApprovalRow | null
}

/** Stops the call at the gate: reads the preview and context, and opens an approval request. Nothing runs. */
export async function askApproval(gate: GateContext, asked: AskedCall): Promise<GateResult> {
  const { call, tool, args } = asked
  const { descriptor } = tool
  const startedAt = gate.clock.now()
  const executionId = await startExecution(gate.db, {
    callId: call.callId,
    descriptor,
    level: asked.weighed.level,
    label: descriptor.describe(args),
    arguments: args,
    caller: call.caller,
    target: asked.weighed.target,
    status: 'running',
    startedAt,
  })
  try {
    const row = await gate.askLimit(call.caller.actor, () => openRequest(gate, asked))
    const summary = askedSummary(row)
    const end = { summary, approvalId: row.id, startedAt, finishedAt: gate.clock.now() }
    await finishExecution(gate.db, executionId, { ...end, status: 'approval_required' })
    const approval = {
      approvalId: row.id,
      level: asked.weighed.level,
      state: row.state,
      expiresAt: row.expiresAt.toISOString(),
      ...(row.grantId !== null && { grantId: row.grantId }),
    }
    return { executionId, outcome: { status: 'approval_required', approval }, summary }
  } catch (error) {
    const end = { summary: failureText(error), startedAt, finishedAt: gate.clock.now() }
    await finishExecution(gate.db, executionId, { ...end, status: 'error' })
    throw error
  }
}

function askedSummary({ id, grantId, state }: ApprovalRow): LocalizedText {
  if (state === 'executing' || (state === 'approved' && grantId === null))
    return {
      fr: `La demande ${id} est déjà acceptée : son exécution est en cours.`,
      en: `Request ${id} is approved already: it is being executed.`,
    }
  if (grantId === null)
    return {
      fr: `Rien n’est exécuté : la demande ${id} attend une approbation.`,
      en: `Nothing is executed: request ${id} waits for an approval.`,
    }
  return {
    fr: `La demande ${id} est acceptée par l’autorisation permanente ${grantId} et va s’exécuter.`,
    en: `Request ${id} is approved by the standing grant ${grantId} and will be executed.`,
  }
}

async function openRequest(gate: GateContext, asked: AskedCall) {
  const { call, tool, args, ctx, weighed, undone } = asked
  const { descriptor } = tool
  if (!weighed.terms) throw new Error(`${descriptor.name}: no terms for ${weighed.level}`)
  // What is shown is of the very thing that is asked about, although it is read once more.
  const seen = { ...ctx, target: weighed.target }
  const [preview, evidence] = await Promise.all([tool.preview(args, seen), tool.evidence?.(args, seen) ?? []])
  const context = await readApprovalContext(call, {
    args,
    target: weighed.target,
    evidence: [...unownedEvidence(call.caller.actor), ...(undone ? [undoEvidence(undone)] : []), ...evidence],
    readTicket: gate.readTicket,
  })
  return requestApproval(gate, {
    toolName: descriptor.name,
    toolVersion: descriptor.version,
    title: descriptor.titles,
    sentence: descriptor.ask?.(args) ?? descriptor.describe(args),
    arguments: args,
    target: storable(weighed.target),
    level: weighed.level,
    terms: termsFor(call.caller.actor, weighed.terms),
    policyVersion: weighed.policyVersion,
    policyRules: weighed.rules,
    weighing: storable(weighed.weighing),
    requester: call.caller.actor,
    context: storable(context),
    preview: storable(preview),
    reversible: tool.reversible,
    undoOf: undone?.id,
  })
}
