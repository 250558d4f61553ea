import { createDb, type Db, migrate, migrationsDir } from '@hub/prisma'
import { type RunningPostgres, startPostgres } from '../../scripts/full/postgres.ts'

/** A migrated database of its own, and a way into it. */
export interface FreshDatabase {
  url: string
  db: Db
}

export interface BenchPostgres {
  fresh(name: string): Promise<FreshDatabase>
  close(): Promise<void>
}

/** A real PostgreSQL, thrown away afterwards; or the one whose superuser address BENCH_POSTGRES_URL gives. */
export async function openPostgres(): Promise<BenchPostgres> {
  const given = process.env.BENCH_POSTGRES_URL
  const postgres: RunningPostgres = given
    ? { adminUrl: given, close: async () => undefined }
    : await startPostgres()
  return {
    async fresh(name) {
      const unique = `bench_${name}_${process.pid}`
      const admin = createDb({ url: postgres.adminUrl, poolSize: 1 })
      await admin.$executeRawUnsafe(`CREATE DATABASE ${unique}`)
      await admin.$disconnect()
      const url = postgres.adminUrl.replace(/\/postgres$/, `/${unique}`)
      await migrate({ url, dir: migrationsDir })
      return { url, db: createDb({ url, poolSize: 4 }) }
    },
    close: postgres.close,
  }
}
