import type { Db } from '@hub/prisma'

/** One round trip; throws when the database does not answer. */
export async function pingDatabase(db: Db): Promise<void> {
  await db.$queryRaw`SELECT 1`
}
