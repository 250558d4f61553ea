import { NotFoundError, UpstreamError, WorkflowError } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type EngineLab, startEngineLab, waitFor } from './engine-lab.ts'

let lab: EngineLab

beforeAll(async () => {
  lab = await startEngineLab()
})
afterAll(() => lab.close())

const linesOf = (id: string) => lab.done.filter((line) => line.startsWith(`${id} `))
const go = (runId: string, key = 'a', body = {}) => lab.engine.tell({ runId, topic: 'go', key, body })

async function errorsOf(runId: string) {
  const events = await lab.db.event.findMany({ where: { type: 'workflow:error' }, orderBy: { id: 'asc' } })
  return events.map(({ data }) => WorkflowError.parse(data)).filter((error) => error.runId === runId)
}

describe('a run', () => {
  it('goes through its steps once, and tells what they found', async () => {
    lab.bodies.plain = async (run) => {
      await lab.doing(run, 'one')
      await run.step('two', async () => 42, { note: (value) => ({ ticketId: value, facts: { value } }) })
    }
    await lab.start('plain')
    await lab.start('plain')
    await lab.until('plain', 'done')
    expect(linesOf('plain')).toEqual(['plain one'])
    expect(await lab.runOf('plain')).toMatchObject({ ticketId: 42, facts: { value: 42, ended: true } })
  })

  it('sleeps until it is told, and takes each news once', async () => {
    const heard: unknown[] = []
    lab.bodies.sleeper = async (run) => {
      await lab.doing(run, 'before')
      for (const _ of [1, 2]) heard.push((await run.wait(waitFor('go')))?.body)
      await lab.doing(run, 'after')
    }
    await lab.start('sleeper')
    await lab.until('sleeper', 'waiting')
    await lab.engine.tell({ runId: 'sleeper', topic: 'other', key: 'x', body: {} })
    await go('sleeper', 'a', { n: 1 })
    await go('sleeper', 'a', { n: 1 })
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ n: 1 }), { timeout: 5_000 })
    await lab.until('sleeper', 'waiting')
    await go('sleeper', 'b', { n: 2 })
    await lab.until('sleeper', 'done')
    expect(heard.at(-1)).toEqual({ n: 2 })
    expect(linesOf('sleeper')).toEqual(['sleeper before', 'sleeper after'])
  })

  it('hears news that came before it slept, and while it fell asleep', async () => {
    lab.bodies.early = async (run) => {
      await run.step('tell', () => go('early'))
      await run.wait(waitFor('go'))
    }
    await lab.start('early')
    await lab.until('early', 'done')
    lab.bodies.race = async (run) => void (await run.wait(waitFor('go')))
    const ids = Array.from({ length: 12 }, (_, index) => `race-${index}`)
    await Promise.all(
      ids.map(async (id) => {
        await lab.start('race', { id, clientName: id })
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 250))
        await go(id)
      }),
    )
    for (const id of ids) await lab.until(id, 'done')
  })

  it('wakes by itself when the time has come', async () => {
    const heard: unknown[] = []
    lab.bodies.timed = async (run) => {
      const now = await run.now()
      heard.push(await run.wait(waitFor('never', new Date(now.getTime() + 600))))
    }
    await lab.start('timed')
    await lab.until('timed', 'waiting')
    await lab.until('timed', 'done')
    expect(heard.at(-1)).toBeNull()
  })

  it('rests when an outside system is away, and tries again when a person says so', async () => {
    let tries = 0
    lab.bodies.rests = (run) =>
      run.step('read', async () => {
        tries += 1
        if (tries < 3) throw new UpstreamError('GLPI does not answer', { reason: 'upstream.unreachable' })
      })
    await lab.start('rests')
    await lab.until('rests', 'waiting')
    expect((await lab.runOf('rests')).waitingFor).toMatchObject({ kind: 'retry', step: 'read', failed: 1 })
    await vi.waitFor(() => expect(tries).toBe(2), { timeout: 8_000 })
    await lab.until('rests', 'waiting')
    await lab.engine.tell({ runId: 'rests', topic: 'retry', key: 'person', body: {} })
    await lab.until('rests', 'done')
    expect(tries).toBe(3)
  })

  it('tells once that it needs a person, and nothing of a rest that ends by itself', async () => {
    const spent = { kind: 'retry', step: 'read', reason: 'upstream.unreachable' }
    lab.bodies.stuck = async (run) => {
      const soon = new Date((await run.now()).getTime() + 300)
      await run.wait({ name: 'rest', reason: spent, topics: ['retry'], until: soon })
      await run.wait({ name: 'rest', reason: spent, topics: ['retry'], until: null })
    }
    await lab.start('stuck')
    const parked = { state: 'parked', step: 'read', reason: 'upstream.unreachable', isDryRun: false }
    await vi.waitFor(async () => expect(await errorsOf('stuck')).toMatchObject([parked]), { timeout: 8_000 })
    await lab.restart()
    await lab.engine.tell({ runId: 'stuck', topic: 'retry', key: 'person', body: {} })
    await lab.until('stuck', 'done')
    expect(await errorsOf('stuck')).toHaveLength(1)
  })

  it('ends as failed with the step and the reason', async () => {
    lab.bodies.fails = (run) =>
      run.step('read', async () => {
        throw new NotFoundError('No such ticket', { reason: 'ticket.not_found', params: { id: 7 } })
      })
    lab.bodies.broken = async () => {
      throw new TypeError('a fault with a secret: hunter2')
    }
    await lab.start('fails')
    await lab.start('broken')
    await lab.until('fails', 'failed')
    await lab.until('broken', 'failed')
    expect((await lab.runOf('fails')).problem).toMatchObject({ step: 'read', reason: 'ticket.not_found' })
    expect(JSON.stringify((await lab.runOf('broken')).problem)).not.toContain('hunter2')
    expect(await errorsOf('fails')).toMatchObject([
      { workflow: 'scripted', state: 'failed', step: 'read', reason: 'ticket.not_found' },
    ])
    expect(await errorsOf('broken')).toMatchObject([{ state: 'failed', step: null, reason: 'run.fault' }])
  })

  it('goes on in another process from where it was', async () => {
    lab.bodies.long = async (run) => {
      await lab.doing(run, 'first')
      await run.wait(waitFor('go'))
      await lab.doing(run, 'second')
    }
    await lab.start('long')
    await lab.until('long', 'waiting')
    await lab.restart()
    await go('long')
    await lab.until('long', 'done')
    expect(linesOf('long')).toEqual(['long first', 'long second'])
  })
})
