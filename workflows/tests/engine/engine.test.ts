import { NotFoundError, UpstreamError } from '@hub/contracts'
import { createLogger, createMemoryBus } from '@hub/kernel'
import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase } from '@hub/prisma/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { defineWorkflow } from '../../src/engine/definition.ts'
import type { Run } from '../../src/engine/run.ts'
import type { NewRun } from '../../src/engine/runs.store.ts'
import { type Engine, startEngine } from '../../src/engine/start-engine.ts'

let base: Awaited<ReturnType<typeof createTestDatabase>>
let db: Db
let engine: Engine
const done: string[] = []
let bodies: Record<string, (run: Run) => Promise<unknown>> = {}
const aheadMs = { value: 0 }

const scripted = defineWorkflow({
  name: 'scripted',
  input: z.object({ script: z.string() }),
  body: async (run, { script }) => {
    await bodies[script]?.(run)
    return { facts: { ended: true } }
  },
})

const start = () =>
  startEngine(
    {
      db,
      bus: createMemoryBus(createLogger({ name: 'test', level: 'silent' })),
      clock: { now: () => new Date(Date.now() + aheadMs.value) },
      log: createLogger({ name: 'test', level: 'silent' }),
      openTools: () => Promise.reject(new Error('no tools here')),
    },
    { databaseUrl: base.url, definitions: [scripted] },
  )

beforeAll(async () => {
  base = await createTestDatabase()
  db = createDb({ url: base.url, poolSize: 3 })
  engine = await start()
})
afterAll(async () => {
  await engine.close()
  await db.$disconnect()
  await base.close()
})

const newRun = (id: string, more: Partial<NewRun> = {}): NewRun => ({
  id,
  workflow: 'scripted',
  title: id,
  input: { script: id },
  isDryRun: false,
  ...more,
})
const stateOf = (id: string) => db.workflowRun.findUniqueOrThrow({ where: { id } })
const until = (id: string, state: string) =>
  vi.waitFor(async () => expect((await stateOf(id)).state).toBe(state), { timeout: 15_000, interval: 30 })
const waitFor = (topic: string, untilDate: Date | null = null) => ({
  name: `wait ${topic}`,
  reason: { kind: 'test' },
  topics: [topic],
  until: untilDate,
})
const doing = (run: Run, name: string) => run.step(name, async () => done.push(`${run.id} ${name}`))

describe('a run', () => {
  it('goes through its steps once, and tells what they found', async () => {
    bodies = {
      plain: async (run) => {
        await doing(run, 'one')
        await run.step('two', async () => 42, { note: (value) => ({ ticketId: value, facts: { value } }) })
      },
    }
    await engine.start(newRun('plain'))
    await engine.start(newRun('plain'))
    await until('plain', 'done')
    expect(done.filter((line) => line.startsWith('plain'))).toEqual(['plain one'])
    expect(await stateOf('plain')).toMatchObject({ ticketId: 42, facts: { value: 42, ended: true } })
  })

  it('sleeps until it is told, and takes each news once', async () => {
    const heard: unknown[] = []
    bodies = {
      sleeper: async (run) => {
        await doing(run, 'before')
        for (const _ of [1, 2]) heard.push((await run.wait(waitFor('go')))?.body)
        await doing(run, 'after')
      },
    }
    await engine.start(newRun('sleeper'))
    await until('sleeper', 'waiting')
    await engine.tell({ runId: 'sleeper', topic: 'other', key: 'x', body: 0 })
    await engine.tell({ runId: 'sleeper', topic: 'go', key: 'a', body: 1 })
    await engine.tell({ runId: 'sleeper', topic: 'go', key: 'a', body: 1 })
    await until('sleeper', 'waiting')
    await engine.tell({ runId: 'sleeper', topic: 'go', key: 'b', body: 2 })
    await until('sleeper', 'done')
    expect(heard.at(-1)).toBe(2)
    expect(done.filter((line) => line.startsWith('sleeper'))).toEqual(['sleeper before', 'sleeper after'])
  })

  it('hears news that came before it slept, and while it fell asleep', async () => {
    bodies = {
      early: async (run) => {
        await run.step('tell', async () => {
          await engine.tell({ runId: 'early', topic: 'go', key: 'a', body: {} })
        })
        await run.wait(waitFor('go'))
      },
    }
    await engine.start(newRun('early'))
    await until('early', 'done')
    bodies = { race: async (run) => void (await run.wait(waitFor('go'))) }
    const ids = Array.from({ length: 12 }, (_, index) => `race-${index}`)
    await Promise.all(
      ids.map(async (id) => {
        await engine.start(newRun(id, { input: { script: 'race' }, clientName: id }))
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 250))
        await engine.tell({ runId: id, topic: 'go', key: 'a', body: {} })
      }),
    )
    for (const id of ids) await until(id, 'done')
  })

  it('wakes by itself when the time has come', async () => {
    const heard: unknown[] = []
    bodies = {
      timed: async (run) => {
        const now = await run.now()
        heard.push(await run.wait(waitFor('never', new Date(now.getTime() + 600))))
      },
    }
    await engine.start(newRun('timed'))
    await until('timed', 'waiting')
    await until('timed', 'done')
    expect(heard.at(-1)).toBeNull()
  })

  it('rests when an outside system is away, and tries again when a person says so', async () => {
    let tries = 0
    bodies = {
      rests: async (run) => {
        await run.step('read', async () => {
          tries += 1
          if (tries < 3) throw new UpstreamError('GLPI does not answer', { reason: 'upstream.unreachable' })
        })
      },
    }
    await engine.start(newRun('rests'))
    await until('rests', 'waiting')
    expect((await stateOf('rests')).waitingFor).toMatchObject({ kind: 'retry', step: 'read', failed: 1 })
    await vi.waitFor(async () => expect(tries).toBe(2), { timeout: 8_000 })
    await until('rests', 'waiting')
    await engine.tell({ runId: 'rests', topic: 'retry', key: 'person', body: {} })
    await until('rests', 'done')
    expect(tries).toBe(3)
  })

  it('ends as failed with the step and the reason', async () => {
    bodies = {
      fails: async (run) => {
        await run.step('read', async () => {
          throw new NotFoundError('No such ticket', { reason: 'ticket.not_found', params: { id: 7 } })
        })
      },
      broken: async () => {
        throw new TypeError('a fault with a secret: hunter2')
      },
    }
    await engine.start(newRun('fails'))
    await engine.start(newRun('broken'))
    await until('fails', 'failed')
    await until('broken', 'failed')
    expect((await stateOf('fails')).problem).toMatchObject({ step: 'read', reason: 'ticket.not_found' })
    expect(JSON.stringify((await stateOf('broken')).problem)).not.toContain('hunter2')
  })

  it('goes on in another process from where it was', async () => {
    bodies = {
      long: async (run) => {
        await doing(run, 'first')
        await run.wait(waitFor('go'))
        await doing(run, 'second')
      },
    }
    await engine.start(newRun('long'))
    await until('long', 'waiting')
    await engine.close()
    engine = await start()
    await engine.tell({ runId: 'long', topic: 'go', key: 'a', body: {} })
    await until('long', 'done')
    expect(done.filter((line) => line.startsWith('long'))).toEqual(['long first', 'long second'])
  })
})
