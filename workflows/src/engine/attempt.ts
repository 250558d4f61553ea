import { AppError } from '@hub/contracts'

/** How one attempt of a step ended, as it is recorded. */
export type Attempt<T> = { value: T } | { failure: Failure }

/** Why an attempt failed; worth another one when the world outside was at fault. */
export interface Failure {
  message: string
  code: string
  reason: string | null
  params: Record<string, string | number>
  isUpstream: boolean
}

/** Runs a step once; expected failures are an answer, so that they are recorded and seen. */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() }
  } catch (err) {
    if (!(err instanceof AppError)) throw err
    const { message, code, reason = null, params } = err
    return { failure: { message, code, reason, params, isUpstream: isWorthRetrying(err) } }
  }
}

function isWorthRetrying({ code }: AppError): boolean {
  return code === 'UPSTREAM_FAILED' || code === 'LIMIT_EXCEEDED'
}

/** A step that cannot succeed: the run ends with it unless the workflow knows better. */
export class StepFailed extends Error {
  override name = 'StepFailed'
  readonly step: string
  readonly failure: Failure

  constructor(step: string, failure: Failure) {
    super(failure.message)
    this.step = step
    this.failure = failure
  }
}
