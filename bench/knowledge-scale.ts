import { parseArgs } from 'node:util'
import { createDb } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { startPostgres } from '../scripts/full/postgres.ts'
import { compareScale } from './knowledge/compare-scale.ts'
import { fillBase } from './knowledge/fill-base.ts'

// node bench/knowledge-scale.ts [--chunks 100000] [--dim 1024] [--queries 100]: latency, recall@10 against exact search
// and queries per second against bare hybrid SQL, on a PostgreSQL 17 of its own. The vectors are clustered (a mixture
// of gaussians, seeded) as those of texts are; uniform noise has no neighbours worth finding.
const { values } = parseArgs({
  options: {
    chunks: { type: 'string', default: '100000' },
    dim: { type: 'string', default: '1024' },
    queries: { type: 'string', default: '100' },
  },
})
const size = { chunks: Number(values.chunks), dim: Number(values.dim), queries: Number(values.queries) }

const postgres = await startPostgres()
process.env.TEST_DATABASE_ADMIN_URL = postgres.adminUrl
const database = await createTestDatabase()
const db = createDb({ url: database.url })
try {
  const base = await fillBase(db, size)
  await compareScale(db, base)
} finally {
  await db.$disconnect()
  await database.close()
  await postgres.close()
}
