import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { mendEngineVersion } from '../../src/engine/engine-version.store.ts'
import { startProcess } from '../harness/spawn-process.ts'

let base: Awaited<ReturnType<typeof createTestDatabase>>
let db: Db
beforeAll(async () => {
  base = await createTestDatabase()
  db = createDb({ url: base.url, poolSize: 2 })
})
afterAll(async () => {
  await db?.$disconnect()
  await base?.close()
})

const versions = () => db.$queryRaw<{ version: number }[]>`
  SELECT version::int FROM dbos.dbos_migrations ORDER BY version`

async function startWorker() {
  const worker = await startProcess('workflows/tests/engine/crash-worker.ts', {
    env: { DATABASE_URL: base.url },
  })
  await vi.waitFor(() => expect(worker.output()).toMatch(/^ready$|DBOSInitializationError/m), {
    timeout: 60_000,
  })
  const output = worker.output()
  await worker.kill()
  return output
}

it('has nothing to mend before the tables are made', async () => {
  expect(await mendEngineVersion(db)).toBe(0)
})

it('starts on the tables that two workers left half made', async () => {
  expect(await startWorker()).toMatch(/^ready$/m)
  const [whole] = await versions()
  await db.$executeRaw`UPDATE dbos.dbos_migrations SET version = 2`
  await db.$executeRaw`INSERT INTO dbos.dbos_migrations (version) VALUES (3)`
  expect(await startWorker()).toMatch(/^ready$/m)
  expect(await versions()).toEqual([whole])
}, 120_000)
