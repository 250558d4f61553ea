import { AppError } from '@hub/contracts'

type Answer = 'yes' | 'no' | 'unknown'

/** A look that fails after an effect, e.g. because the account is not seen any more, is no answer: `unknown`. */
export async function orUnknown(look: () => Promise<Answer>): Promise<Answer> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof AppError) return 'unknown'
    throw error
  }
}
