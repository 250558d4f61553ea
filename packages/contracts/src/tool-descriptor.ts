import { z } from 'zod'
import { LocalizedText, SecurityLevel } from './levels.ts'

export const systems = ['glpi', 'observium', 'ad', 'memory', 'mail', 'safeguard'] as const
export type SystemId = (typeof systems)[number]

/** MCP hints; they describe, the gate decides. */
export interface ToolAnnotations {
  readOnlyHint: boolean
  destructiveHint: boolean
  idempotentHint: boolean
  openWorldHint: boolean
}

/** The public, effect-free half of a tool: everything that a screen, a model or a policy may know. */
export interface ToolDescriptor<In extends z.ZodObject = z.ZodObject, Out extends z.ZodType = z.ZodType> {
  /** `<system>_<verb>_<noun>`, the name on the wire. */
  name: string
  /** Raised when the meaning of the arguments or the effect changes; part of the digest. */
  version: string
  system: SystemId
  /** The least level; policy may raise it for given arguments, nothing lowers it. */
  level: SecurityLevel
  /** From L2 up: the facts of its target that rules and grants may name; a target has exactly these. */
  targetFacts?: readonly string[]
  titles: LocalizedText
  /** For the model: when to call it and what it gives. */
  description: string
  input: In
  output: Out
  annotations: ToolAnnotations
  /** What the call does, as a noun phrase for its card ("Lecture de l'etat de SW-1"). */
  describe(args: z.infer<In>): LocalizedText
  /** From L2 up: the same as a verb sentence for the one who decides. */
  ask?(args: z.infer<In>): LocalizedText
}

/** Keeps the schema types of a descriptor while checking its shape. */
export function defineDescriptor<In extends z.ZodObject, Out extends z.ZodType>(
  descriptor: ToolDescriptor<In, Out>,
): ToolDescriptor<In, Out> {
  return descriptor
}

export const readHints: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
}

/**
 * What is known of the thing an action changes. `kind` and `id` are the canonical identity: everything the effect is
 * bound to, and all that the digest of a request holds of it.
 */
export const ActionTarget = z.object({
  system: z.enum(systems),
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  /** Facts that policy rules read, e.g. `privileged`, `vip`, `clientName`. */
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type ActionTarget = z.infer<typeof ActionTarget>

export const PreviewFact = z.object({
  key: z.string(),
  label: LocalizedText,
  value: z.union([z.string(), z.number(), z.boolean(), z.null(), LocalizedText]),
  kind: z.enum(['text', 'mono', 'datetime', 'boolean', 'number']),
  changed: z.boolean(),
})
export type PreviewFact = z.infer<typeof PreviewFact>

/** The present state and the state after, read before anyone is asked to decide. */
export const ActionPreview = z.object({
  before: z.array(PreviewFact),
  after: z.array(PreviewFact),
  warnings: z.array(LocalizedText),
  /** False when part of the state could not be read: the screen says so. */
  complete: z.boolean(),
})
export type ActionPreview = z.infer<typeof ActionPreview>

/** What `tools/call` answers as structured content for every tool of the Hub. */
export const ToolOutcome = z.object({
  status: z.enum(['ok', 'approval_required']),
  data: z.unknown().optional(),
  approval: z
    .object({
      approvalId: z.string(),
      level: SecurityLevel,
      state: z.string(),
      expiresAt: z.iso.datetime(),
      /** The standing grant that said yes at once. */
      grantId: z.string().optional(),
    })
    .optional(),
})
export type ToolOutcome = z.infer<typeof ToolOutcome>

/** Keys of `_meta` in `tools/list` and `tools/call`. */
export const toolMeta = {
  level: 'hub/level',
  titles: 'hub/titles',
  callId: 'hub/callId',
  executionId: 'hub/executionId',
  error: 'hub/error',
} as const
