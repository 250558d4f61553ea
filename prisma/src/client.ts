import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client.ts'

export type Db = PrismaClient
/** A client inside a transaction. */
export type Tx = Prisma.TransactionClient
export { Prisma }

/** The longest a statement may wait or run, in milliseconds. */
const transactionTimeoutMs = 15_000

/**
 * Opens the one database client of a process.
 * @param options.url DATABASE_URL; the embedded database and a real Postgres take the same path
 * @param options.poolSize connections at most
 */
export function createDb(options: { url: string; poolSize?: number }): Db {
  const adapter = new PrismaPg({ connectionString: options.url, max: options.poolSize ?? 10 })
  return new PrismaClient({
    adapter,
    transactionOptions: { maxWait: transactionTimeoutMs, timeout: transactionTimeoutMs },
  })
}
