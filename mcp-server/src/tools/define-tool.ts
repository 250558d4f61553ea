import type {
  Accreditation,
  ActionPreview,
  ActionTarget,
  ApprovalOutcome,
  LocalizedText,
  ToolDescriptor,
} from '@hub/contracts'
import type { z } from 'zod'

/** What a running tool may use beside its own system client. */
export interface ToolContext {
  /** Ends when the caller gives up or the tool's time is over. */
  signal: AbortSignal
  /** For `run`: the instant that `reconcile` of the same execution is given as `startedAt`. */
  now: Date
  /** Accreditation of the person or client who asks: what they may read depends on it. */
  reader?: Accreditation
  /** Whose requests the caller's are, as `actorKey` gives it. */
  callerKey?: string
  /** What the call is bound to, once it is weighed: preview and effect must be of that very thing, else they throw. */
  target?: ActionTarget
  /** What `makeSecret` made for this execution, sealed in the database before the effect. */
  secret?: string
}

export interface ToolResult<Out> {
  data: Out
  /** One sentence for the card. */
  summary: LocalizedText
}

/** A call that takes an effect back. It goes through the gate like any other. */
export interface UndoCall {
  toolName: string
  arguments: Record<string, unknown>
}

export type Verification = NonNullable<ApprovalOutcome['verification']>

interface ToolBase<In extends z.ZodObject, Out extends z.ZodType> {
  descriptor: ToolDescriptor<In, Out>
  /** Does the work. Throws AppError with a sentence that a person and a model can use. */
  run(args: z.infer<In>, ctx: ToolContext): Promise<ToolResult<z.infer<Out>>>
}

/** L0 and L1: reads. */
export interface ReadTool<In extends z.ZodObject = z.ZodObject, Out extends z.ZodType = z.ZodType>
  extends ToolBase<In, Out> {
  kind: 'read'
}

/** L2 and up: everything the gate needs to ask, check and tell the truth about an effect. */
export interface EffectTool<In extends z.ZodObject = z.ZodObject, Out extends z.ZodType = z.ZodType>
  extends ToolBase<In, Out> {
  kind: 'effect'
  /** The action can be taken back (by a person or another tool). */
  reversible: boolean
  /**
   * Reads what would change, with the facts policy rules need. `kind` and `id` are the canonical identity: everything
   * the effect is bound to, also what names in the arguments stand for. Only they are in the digest of a request; a
   * fact among the attributes may change between the yes and the effect.
   */
  target(args: z.infer<In>, ctx: ToolContext): Promise<ActionTarget>
  /** Reads the present state and says what would change; has no effect. */
  preview(args: z.infer<In>, ctx: ToolContext): Promise<ActionPreview>
  /** Reads the system again after the effect. `startedAt` is the instant just before it. */
  verify(
    args: z.infer<In>,
    effect: { data: z.infer<Out>; startedAt: Date },
    ctx: ToolContext,
  ): Promise<Verification>
  /** After a crash: did the effect that began at `startedAt` happen? `ctx.secret` is the one it was to set. */
  reconcile(args: z.infer<In>, startedAt: Date, ctx: ToolContext): Promise<'yes' | 'no' | 'unknown'>
  /**
   * Makes the secret that `run` will set and one entitled person will see once (a new password).
   * It is sealed before the effect, so that a crash after the effect does not lose it; never part of `data`.
   */
  makeSecret?(args: z.infer<In>, ctx: ToolContext): Promise<string>
  /**
   * The call that takes the effect back, from what `run` gave; null when there was nothing to change.
   * Only for tools whose effect another tool can undo.
   */
  undo?(args: z.infer<In>, data: z.infer<Out>): UndoCall | null
  /** Facts that help to decide, read from the systems. */
  evidence?(args: z.infer<In>, ctx: ToolContext): Promise<LocalizedText[]>
}

export type Tool = ReadTool | EffectTool

/** Keeps the schema types of a read tool while checking its shape. */
export function defineReadTool<In extends z.ZodObject, Out extends z.ZodType>(
  tool: Omit<ReadTool<In, Out>, 'kind'>,
): ReadTool<In, Out> {
  return { ...tool, kind: 'read' }
}

/** Keeps the schema types of an effect tool while checking its shape. */
export function defineEffectTool<In extends z.ZodObject, Out extends z.ZodType>(
  tool: Omit<EffectTool<In, Out>, 'kind'>,
): EffectTool<In, Out> {
  return { ...tool, kind: 'effect' }
}
