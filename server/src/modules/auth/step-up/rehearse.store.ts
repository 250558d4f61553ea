import type { Db, Tx } from '@hub/prisma'
import type { SafeguardContext } from '@hub/safeguard'

/** Ends the transaction of a verb that got to its end. */
class TakenBack extends Error {}

/**
 * Would this verb of the gate count now? Runs it whole, with every rule of its own and of the database, and takes all
 * of it back: nothing is written or told. Throws what the verb throws.
 */
export async function rehearse(
  ctx: SafeguardContext,
  verb: (ctx: SafeguardContext) => Promise<unknown>,
): Promise<void> {
  try {
    await verb({ ...ctx, db: takingBack(ctx.db) })
  } catch (error) {
    if (error instanceof TakenBack) return
    throw error
  }
  throw new Error('A verb outside of a transaction cannot be rehearsed')
}

/** The same database, whose transactions are never committed. */
function takingBack(db: Db): Db {
  const $transaction = (work: (tx: Tx) => Promise<unknown>) =>
    db.$transaction(async (tx) => {
      await work(tx)
      throw new TakenBack()
    })
  return new Proxy(db, {
    get: (target, key) => (key === '$transaction' ? $transaction : Reflect.get(target, key)),
  })
}
