import type { Tx } from '@hub/prisma'

/** Keeps other processes off a document until the transaction ends. */
export async function lockDocument(tx: Tx, path: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`knowledge ${path}`}, 0))`
}
