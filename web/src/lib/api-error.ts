import { ErrorBody, type ErrorCode, type FieldError } from '@hub/contracts'

export interface ApiErrorFacts {
  status: number
  code: ErrorCode | 'OFFLINE' | 'UNREADABLE'
  message: string
  reason?: string | undefined
  fields?: FieldError[] | undefined
  requestId?: string | undefined
  /** Seconds to wait before another try, when the server says so. */
  retryAfter?: number | undefined
}

/** A refused or failed request; `message` is a sentence of the server in the reader's language, or empty. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: ApiErrorFacts['code']
  readonly reason: string | undefined
  readonly fields: FieldError[]
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined

  constructor(facts: ApiErrorFacts, cause?: unknown) {
    super(facts.message, cause === undefined ? undefined : { cause })
    this.status = facts.status
    this.code = facts.code
    this.reason = facts.reason
    this.fields = facts.fields ?? []
    this.requestId = facts.requestId
    this.retryAfter = facts.retryAfter
  }
}

function retryAfterSeconds(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds : undefined
}

/** Turns an error answer into an ApiError; an answer that is not ours (a proxy page) becomes UNREADABLE. */
export async function readApiError(response: Response): Promise<ApiError> {
  const retryAfter = retryAfterSeconds(response)
  const body: unknown = await response.json().catch((error: unknown) => error)
  const parsed = ErrorBody.safeParse(body)
  if (!parsed.success) {
    return new ApiError(
      { status: response.status, code: 'UNREADABLE', message: '', retryAfter },
      parsed.error,
    )
  }
  return new ApiError({ status: response.status, retryAfter, ...parsed.data.error })
}
