import { AppError } from '@hub/contracts'

/** What could not be told of one ticket, though the others can be asked about. */
export interface Unreachable {
  is: 'unreachable'
  reason: string
}

/**
 * Reads what concerns one ticket. A failure of that ticket alone is an answer, so that the others are read.
 * @param asked asks the same system for something else
 * @throws what `read` or `asked` throws when the ticket is refused, or when nothing can be asked: then the run rests
 */
export async function readAlone<T>(
  read: () => Promise<T>,
  asked: () => Promise<void>,
): Promise<T | Unreachable> {
  try {
    return await read()
  } catch (err) {
    if (!(err instanceof AppError) || err.code !== 'UPSTREAM_FAILED') throw err
    await asked()
    return { is: 'unreachable', reason: err.reason ?? err.code.toLowerCase() }
  }
}
