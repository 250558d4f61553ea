import type { Db } from '@hub/prisma'

/**
 * Lets the engine finish the making of its tables. It notes in one row how far it is; two workers that were at it at
 * once, the first of them killed in the middle, leave a row each, and then no worker starts any more. The lower one
 * stays: what comes after it is done again, which the engine's first steps allow.
 * @returns how many rows there were too many
 */
export async function mendEngineVersion(db: Db): Promise<number> {
  const [table] = await db.$queryRaw<{ name: string | null }[]>`
    SELECT to_regclass('dbos.dbos_migrations')::text AS name`
  if (!table?.name) return 0
  return db.$executeRaw`
    DELETE FROM dbos.dbos_migrations WHERE version > (SELECT min(version) FROM dbos.dbos_migrations)`
}
