import { randomUUID } from 'node:crypto'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { ConflictError } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type EngineLab, startEngineLab, waitFor } from './engine-lab.ts'

let lab: EngineLab
const userId = randomUUID()

beforeAll(async () => {
  lab = await startEngineLab()
  const person = { id: userId, login: 'chef', displayName: 'Chef', accreditation: 'N3', passwordHash: 'none' }
  await lab.db.user.create({ data: person })
})
afterAll(() => lab.close())

async function command(runId: string, kind: string, step?: number) {
  const { id } = await lab.db.workflowCommand.create({
    data: { runId, kind, userId, at: new Date(), ...(step !== undefined && { step }) },
  })
  const read = () => lab.db.workflowCommand.findUniqueOrThrow({ where: { id } })
  await vi.waitFor(async () => expect((await read()).doneAt).not.toBeNull(), { timeout: 10_000 })
  return (await read()).problem
}

const setSwitch = (isPaused: boolean, workflow = 'scripted') =>
  lab.db.workflowSwitch.upsert({
    where: { workflow },
    create: { workflow, isPaused, changedAt: new Date() },
    update: { isPaused },
  })

describe('a person', () => {
  it('cancels a run that waits, and what it is told later changes nothing', async () => {
    lab.bodies.waits = async (run) => {
      await run.wait(waitFor('go'))
      await lab.doing(run, 'after')
    }
    await lab.start('waits')
    await lab.until('waits', 'waiting')
    expect(await command('waits', 'cancel')).toBeNull()
    await lab.engine.tell({ runId: 'waits', topic: 'go', key: 'a', body: {} })
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(await lab.runOf('waits')).toMatchObject({ state: 'cancelled', endedAt: expect.any(Date) })
    expect(lab.done).not.toContain('waits after')
    expect(await command('waits', 'hand_over')).toBe('ended')
  })

  it('stops a run whose cancelling was cut short after its first half', async () => {
    const until = new Date(Date.now() + 400)
    lab.bodies.half = async (run) => {
      for (let round = 0; round < 40; round++) {
        await lab.doing(run, `round ${round}`)
        await run.step('pause', () => new Promise<null>((resolve) => setTimeout(() => resolve(null), 100)))
        await run.wait({ ...waitFor('go'), until })
      }
    }
    await lab.start('half')
    await vi.waitFor(() => expect(lab.done).toContain('half round 1'), { timeout: 8_000 })
    await lab.db.workflowRun.update({
      where: { id: 'half' },
      data: { state: 'cancelled', endedAt: new Date() },
    })
    await command('half', 'cancel')
    const rounds = lab.done.length
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(lab.done.length - rounds).toBeLessThanOrEqual(1)
    expect(await lab.runOf('half')).toMatchObject({ state: 'cancelled' })
  })

  it('is heard on one run while what was asked of another fails', async () => {
    lab.bodies.stuck = (run) => run.wait(waitFor('go'))
    lab.bodies.free = (run) => run.wait(waitFor('go'))
    for (const id of ['stuck', 'free']) {
      await lab.start(id)
      await lab.until(id, 'waiting')
    }
    const read = DBOS.getWorkflowStatus.bind(DBOS)
    let isBroken = true
    const status = vi.spyOn(DBOS, 'getWorkflowStatus').mockImplementation(async (id, ...more) => {
      if (isBroken && id === 'stuck') throw new Error('no answer')
      return read(id, ...more)
    })
    const asked = command('stuck', 'cancel')
    const again = command('stuck', 'hand_over')
    expect(await command('free', 'cancel')).toBeNull()
    expect(await lab.db.workflowCommand.count({ where: { runId: 'stuck', doneAt: null } })).toBe(2)
    isBroken = false
    // The run has ended with the first try, and what was left undone is done.
    expect(await Promise.all([asked, again])).toEqual(['ended', 'ended'])
    expect(await lab.runOf('stuck')).toMatchObject({ state: 'cancelled' })
    status.mockRestore()
  })

  it('lets a failed run go on from where it failed', async () => {
    let isBroken = true
    lab.bodies.mends = async (run) => {
      await lab.doing(run, 'one')
      await run.step('two', async () => {
        if (isBroken) throw new ConflictError('not now')
      })
      await lab.doing(run, 'three')
    }
    await lab.start('mends')
    await lab.until('mends', 'failed')
    isBroken = false
    expect(await command('mends', 'retry')).toBeNull()
    await lab.until('mends', 'done')
    expect(lab.done.filter((line) => line.startsWith('mends'))).toEqual(['mends one', 'mends three'])
    expect(await lab.runOf('mends')).toMatchObject({ problem: null })
  })

  it('repeats a run from a step, with the news it had taken', async () => {
    lab.bodies.again = async (run) => {
      await lab.doing(run, 'one')
      await run.wait(waitFor('go'))
      await lab.doing(run, 'two')
    }
    await lab.start('again')
    await lab.engine.tell({ runId: 'again', topic: 'go', key: 'a', body: {} })
    await lab.until('again', 'done')
    expect(await command('again', 'retry', 1)).toBeNull()
    await vi.waitFor(() =>
      expect(lab.done.filter((line) => line.startsWith('again'))).toEqual([
        'again one',
        'again two',
        'again two',
      ]),
    )
    await lab.until('again', 'done')
  })

  it('pauses a workflow: its runs rest before their next step, and go on later', async () => {
    lab.bodies.paused = async (run) => {
      await lab.doing(run, 'one')
      await run.wait(waitFor('go'))
      await lab.doing(run, 'two')
    }
    await lab.start('paused')
    await lab.until('paused', 'waiting')
    await setSwitch(true)
    await new Promise((resolve) => setTimeout(resolve, 1_300))
    await lab.engine.tell({ runId: 'paused', topic: 'go', key: 'a', body: {} })
    await vi.waitFor(
      async () => expect((await lab.runOf('paused')).waitingFor).toMatchObject({ kind: 'paused' }),
      {
        timeout: 5_000,
      },
    )
    expect(lab.done).not.toContain('paused two')
    await setSwitch(false)
    await lab.until('paused', 'done')
    expect(lab.done.filter((line) => line.startsWith('paused'))).toEqual(['paused one', 'paused two'])
  })

  it('pauses with a workflow the ones that do a part of its work', async () => {
    await setSwitch(true, 'sentinel')
    await new Promise((resolve) => setTimeout(resolve, 1_300))
    lab.bodies.part = (run) => lab.doing(run, 'one')
    await lab.start('part', { workflow: 'sentinel-mail' })
    await lab.until('part', 'waiting')
    expect(await lab.runOf('part')).toMatchObject({ waitingFor: { kind: 'paused' } })
    await new Promise((resolve) => setTimeout(resolve, 1_300))
    expect(lab.done).not.toContain('part one')
    await setSwitch(false, 'sentinel')
    await lab.until('part', 'done')
    expect(lab.done).toContain('part one')
  })
})
