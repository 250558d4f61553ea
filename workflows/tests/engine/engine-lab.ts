import { createLogger, createMemoryBus } from '@hub/kernel'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { expect, vi } from 'vitest'
import { z } from 'zod'
import { defineWorkflow } from '../../src/engine/definition.ts'
import type { Run } from '../../src/engine/run.ts'
import type { NewRun } from '../../src/engine/runs.store.ts'
import { type Engine, startEngine } from '../../src/engine/start-engine.ts'

/** An engine whose runs do what a test says. */
export interface EngineLab {
  db: Db
  engine: Engine
  /** What the runs of each script do. */
  bodies: Record<string, (run: Run) => Promise<unknown>>
  /** What the steps did, in order. */
  done: string[]
  start(script: string, more?: Partial<NewRun>): Promise<void>
  /** A step that is noted in `done`. */
  doing(run: Run, name: string): Promise<unknown>
  runOf(id: string): ReturnType<Db['workflowRun']['findUniqueOrThrow']>
  until(id: string, state: string): Promise<void>
  /** Ends this engine and starts another one on the same database. */
  restart(): Promise<void>
  close(): Promise<void>
}

const log = createLogger({ name: 'test', level: 'silent' })

export async function startEngineLab(): Promise<EngineLab> {
  const base = await createTestDatabase()
  const db = createDb({ url: base.url, poolSize: 3 })
  const done: string[] = []
  const scripted = defineWorkflow({
    name: 'scripted',
    input: z.object({ script: z.string() }),
    body: async (run, { script }) => {
      await lab.bodies[script]?.(run)
      return { facts: { ended: true } }
    },
  })
  // A part of another workflow, in whose name it is switched.
  const part = { ...scripted, name: 'sentinel-mail' }
  const open = () =>
    startEngine(
      {
        db,
        bus: createMemoryBus(log),
        clock: { now: () => new Date() },
        log,
        openTools: () => Promise.reject(new Error('no tools here')),
      },
      { databaseUrl: base.url, definitions: [scripted, part] },
    )
  const runOf = (id: string) => db.workflowRun.findUniqueOrThrow({ where: { id } })
  const lab: EngineLab = {
    db,
    engine: await open(),
    bodies: {},
    done,
    start: (script, more = {}) =>
      lab.engine.start({ id: script, workflow: 'scripted', title: script, input: { script }, ...more }),
    doing: (run, name) => run.step(name, async () => done.push(`${run.id} ${name}`)),
    runOf,
    until: (id, state) =>
      vi.waitFor(async () => expect((await runOf(id)).state).toBe(state), { timeout: 15_000, interval: 30 }),
    async restart() {
      await lab.engine.close()
      lab.engine = await open()
    },
    async close() {
      await lab.engine.close()
      await db.$disconnect()
      await base.close()
    },
  }
  return lab
}

export const waitFor = (topic: string, until: Date | null = null) => ({
  name: `wait ${topic}`,
  reason: { kind: 'test' },
  topics: [topic],
  until,
})
