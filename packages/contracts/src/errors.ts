import { z } from 'zod'

/** The whole error vocabulary of the Hub. */
export const errorCodes = [
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHORIZED',
  'CONFLICT',
  'VALIDATION',
  'LIMIT_EXCEEDED',
  'UPSTREAM_FAILED',
  'INTERNAL',
] as const
export const ErrorCode = z.enum(errorCodes)
export type ErrorCode = z.infer<typeof ErrorCode>

/** HTTP status of an error answer, by its code. */
export const httpStatusByCode = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHORIZED: 401,
  CONFLICT: 409,
  VALIDATION: 400,
  LIMIT_EXCEEDED: 429,
  UPSTREAM_FAILED: 502,
  INTERNAL: 500,
} satisfies Record<ErrorCode, number>

/** A wrong field of the input: `path` in dotted form, message in plain words. */
export const FieldError = z.object({ path: z.string(), message: z.string() })
export type FieldError = z.infer<typeof FieldError>

/** Body of every error answer of the API (DESIGN section 6). */
export const ErrorBody = z.object({
  error: z.object({
    code: ErrorCode,
    message: z.string(),
    /** Stable key of the sentence, for a client that shows its own words. */
    reason: z.string().optional(),
    fields: z.array(FieldError).optional(),
    requestId: z.string(),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>

export interface AppErrorOptions {
  /** Key of the message catalogue, e.g. `approval.self`; the edge translates it. */
  reason?: string
  params?: Record<string, string | number>
  fields?: FieldError[]
  cause?: unknown
  retryAfterSeconds?: number
}

/** Base of every expected failure; `message` is safe to show to a person or a model. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly reason: string | undefined
  readonly params: Record<string, string | number>
  readonly fields: FieldError[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.reason = options.reason
    this.params = options.params ?? {}
    this.fields = options.fields
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

export class NotFoundError extends AppError {
  override name = 'NotFoundError'
  constructor(message: string, options?: AppErrorOptions) {
    super('NOT_FOUND', message, options)
  }
}

export class ForbiddenError extends AppError {
  override name = 'ForbiddenError'
  constructor(message: string, options?: AppErrorOptions) {
    super('FORBIDDEN', message, options)
  }
}

export class UnauthorizedError extends AppError {
  override name = 'UnauthorizedError'
  constructor(message: string, options?: AppErrorOptions) {
    super('UNAUTHORIZED', message, options)
  }
}

export class ConflictError extends AppError {
  override name = 'ConflictError'
  constructor(message: string, options?: AppErrorOptions) {
    super('CONFLICT', message, options)
  }
}

export class ValidationError extends AppError {
  override name = 'ValidationError'
  constructor(message: string, options?: AppErrorOptions) {
    super('VALIDATION', message, options)
  }
}

export class LimitExceededError extends AppError {
  override name = 'LimitExceededError'
  constructor(message: string, options?: AppErrorOptions) {
    super('LIMIT_EXCEEDED', message, options)
  }
}

/** A system outside the Hub did not answer, or answered something unusable. */
export class UpstreamError extends AppError {
  override name = 'UpstreamError'
  constructor(message: string, options?: AppErrorOptions) {
    super('UPSTREAM_FAILED', message, options)
  }
}
