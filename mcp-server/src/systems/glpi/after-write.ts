import { AppError, UpstreamError } from '@hub/contracts'

/**
 * What comes after a write that GLPI took. A refusal here is not a refusal of the write: it must not look like
 * the definite "nothing happened" that the gate would believe.
 * @throws UpstreamError `glpi.done_partly` with the failure as its cause
 */
export async function afterWrite<T>(next: () => Promise<T>): Promise<T> {
  try {
    return await next()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new UpstreamError(`GLPI took a part of the change, then: ${error.message}`, {
      reason: 'glpi.done_partly',
      params: error.params,
      cause: error,
    })
  }
}
