import { AppError } from '@hub/contracts'

/** The expected failure of a call; anything else, also success, fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<AppError> {
  const error = await call.then(
    (value) => new Error(`expected a failure, got ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  if (error instanceof AppError) return error
  throw error
}
