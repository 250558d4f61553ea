export interface GlpiAccount {
  /** GLPI user id of the account that the Hub works with. */
  id(): Promise<number>
}

/**
 * The account that the Hub works with, asked once, and again after a failure.
 * `readId` gets no caller's signal: many wait for the one answer.
 */
export function createAccount(readId: () => Promise<number>): GlpiAccount {
  let asked: Promise<number> | undefined
  return {
    id() {
      asked ??= readId().catch((error: unknown) => {
        asked = undefined
        throw error
      })
      return asked
    },
  }
}
