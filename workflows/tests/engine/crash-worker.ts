import { setTimeout as pause } from 'node:timers/promises'
import { createLogger, createMemoryBus } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { z } from 'zod'
import { assertMine } from '../../src/engine/assert-mine.ts'
import { defineWorkflow } from '../../src/engine/definition.ts'
import { startEngine } from '../../src/engine/start-engine.ts'

/** A worker that tests kill: its runs write what they do into the table `effects`. */
const databaseUrl = z.string().parse(process.env.DATABASE_URL)
const db = createDb({ url: databaseUrl, poolSize: 2 })
const log = createLogger({ name: 'worker', level: 'warn' })

const steps = 5
const counted = defineWorkflow({
  name: 'counted',
  input: z.object({ waitsMs: z.number(), stepMs: z.number() }),
  body: async (run, { waitsMs, stepMs }) => {
    for (let step = 0; step < steps; step++) {
      await run.step(`step ${step}`, async () => {
        await pause(stepMs)
        // As every call of a tool that changes something does.
        await assertMine(db, run.id)
        await db.$executeRaw`INSERT INTO effects (run_id, step, worker) VALUES (${run.id}, ${step}, ${process.pid})`
        return step
      })
      const now = await run.now()
      const until = new Date(now.getTime() + waitsMs)
      if (step === 1) await run.wait({ name: 'pause', reason: { kind: 'time' }, topics: ['go'], until })
    }
    return { phase: 'over' }
  },
})

await startEngine(
  {
    db,
    bus: createMemoryBus(log),
    clock: { now: () => new Date() },
    log,
    openTools: () => Promise.reject(new Error('no tools here')),
  },
  { databaseUrl, definitions: [counted] },
)
process.stdout.write('ready\n')
