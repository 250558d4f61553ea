import { LimitExceededError } from '@hub/contracts'

/** Readers of one person at a time: some answers on some devices. Each one asks the database many times a second. */
const mostPerUser = 16
const retryAfterSeconds = 5

/** Who reads answers here that another process writes. */
export class Followers {
  readonly #open = new Map<string, number>()

  /**
   * Counts one more reader of a user.
   * @returns what ends it
   * @throws LimitExceededError when the user has too many
   */
  enter(userId: string): () => void {
    const count = this.#open.get(userId) ?? 0
    if (count >= mostPerUser)
      throw new LimitExceededError('Too many answers are read at once', {
        reason: 'limit.followers',
        params: { most: mostPerUser },
        retryAfterSeconds,
      })
    this.#open.set(userId, count + 1)
    return () => this.#leave(userId)
  }

  #leave(userId: string): void {
    const count = this.#open.get(userId) ?? 0
    if (count > 1) this.#open.set(userId, count - 1)
    else this.#open.delete(userId)
  }
}
