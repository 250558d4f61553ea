import type { Prisma } from '@hub/prisma'
import { z } from 'zod'
import { fromColumns } from '../column-names.ts'

/** A stored request with all that is known of it. */
export type ApprovalRow = Prisma.ApprovalGetPayload<{
  include: {
    decisions: true
    secret: true
    breakGlass: true
    views: true
    _count: { select: { comments: true } }
  }
}>

/** What somebody said of a request. */
export type DecisionRow = ApprovalRow['decisions'][number]

/** What becomes of a request, with its state. */
export type MovedColumns = Partial<
  Pick<
    ApprovalRow,
    | 'decidedAt'
    | 'executingAt'
    | 'aliveAt'
    | 'finishedAt'
    | 'outcome'
    | 'grantId'
    | 'lookedAt'
    | 'reconciledAt'
    | 'reportedAt'
    | 'reportTries'
  >
>

const instant = z.string().transform((text, issues) => {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) issues.addIssue(`${text} is no instant`)
  return at
})
const maybeInstant = instant.nullable()
const maybeText = z.string().nullable()
const maybeCount = z.number().int().nullable()
const json = z.custom<Prisma.JsonValue>((value) => value !== undefined)
/** Bytes as PostgreSQL writes them in JSON: `\x` and two digits each. */
const bytes = z
  .string()
  .regex(/^\\x([\da-f]{2})*$/)
  .transform((text) => Uint8Array.from(Buffer.from(text.slice(2), 'hex')))

/** Columns come under their names in the database. */
function columns<T extends z.ZodRawShape>(shape: T) {
  return z.preprocess(byTheirNames, z.object(shape))
}

function byTheirNames(row: unknown): unknown {
  return typeof row === 'object' && row !== null ? fromColumns(row) : row
}

const Request = columns({
  id: z.string(),
  number: z.number().int(),
  toolName: z.string(),
  toolVersion: z.string(),
  title: json,
  sentence: json,
  arguments: json,
  target: json,
  securityLevel: z.string(),
  digest: z.string(),
  policyVersion: z.string(),
  policyRules: json,
  weighing: json,
  requestedBy: json,
  requesterKey: z.string(),
  context: json,
  conversationId: maybeText,
  ticketId: maybeCount,
  preview: json,
  reversible: z.boolean(),
  requiredApprovals: z.number().int(),
  approverLevel: z.string(),
  reasonRequired: z.boolean(),
  stepUpRequired: z.boolean(),
  previewRequired: z.boolean(),
  ladder: json,
  ladderStep: z.number().int(),
  escalatedTo: maybeText,
  state: z.string(),
  createdAt: instant,
  expiresAt: instant,
  maxExpiresAt: instant,
  deferredUntil: maybeInstant,
  deferredFor: maybeText,
  deferredAt: maybeInstant,
  deferredLeftMs: maybeCount,
  decideMs: maybeCount,
  decidedAt: maybeInstant,
  executingAt: maybeInstant,
  aliveAt: maybeInstant,
  finishedAt: maybeInstant,
  outcome: json,
  lookedAt: maybeInstant,
  reconciledAt: maybeInstant,
  grantId: maybeText,
  undoOf: maybeText,
  undoneBy: maybeText,
  reportedAt: maybeInstant,
  reportTries: z.number().int(),
})

const Decision = columns({
  id: z.string(),
  approvalId: z.string(),
  kind: z.string(),
  userId: z.string(),
  displayName: z.string(),
  accreditation: z.string(),
  digest: z.string(),
  reason: maybeText,
  until: maybeInstant,
  onBehalfOf: maybeText,
  onBehalfName: maybeText,
  stepUp: maybeText,
  previewSeenAt: maybeInstant,
  grantId: maybeText,
  verdict: maybeText,
  at: instant,
})

const View = columns({
  approvalId: z.string(),
  userId: z.string(),
  displayName: z.string(),
  openedAt: instant,
  lookingUntil: instant,
  seenDigest: maybeText,
  previewSeenAt: maybeInstant,
})

const BreakGlass = columns({
  approvalId: z.string(),
  userId: z.string(),
  displayName: z.string(),
  reason: z.string(),
  at: instant,
  reviewerId: maybeText,
  reviewerName: maybeText,
  verdict: maybeText,
  note: maybeText,
  reviewedAt: maybeInstant,
})

const Secret = columns({
  approvalId: z.string(),
  sealed: bytes.nullable(),
  expiresAt: instant,
  revealedAt: maybeInstant,
})

const Document = z.object({
  request: Request,
  decisions: z.array(Decision),
  secret: Secret.nullable(),
  break_glass: BreakGlass.nullable(),
  views: z.array(View),
  comments: z.number().int(),
})

/**
 * A request as the database function `approval_document` writes it. A column that the schema has and this does not
 * is an error of the compiler.
 * @throws ZodError when a column is not as it must be
 */
export function readDocument(document: unknown): ApprovalRow {
  const { request, break_glass: breakGlass, comments, ...parts } = Document.parse(document)
  return { ...request, ...parts, breakGlass, _count: { comments } }
}
