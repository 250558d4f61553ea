import { AppError } from '@hub/contracts'

/**
 * A part that fails does not hide the rest: `none` is given and the part named in `missing` (the HTTP client has
 * logged why). What is not an expected failure is thrown on.
 */
export async function readPart<T, None>(
  missing: string[],
  { name, none }: { name: string; none: None },
  read: () => Promise<T>,
): Promise<T | None> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    missing.push(name)
    return none
  }
}
