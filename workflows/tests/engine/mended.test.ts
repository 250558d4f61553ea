import { randomUUID } from 'node:crypto'
import { ConflictError, WorkflowError } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reopenRun } from '../../src/engine/commands.store.ts'
import { type EngineLab, startEngineLab, waitFor } from './engine-lab.ts'

let lab: EngineLab
const userId = randomUUID()
const minuteAgo = () => new Date(Date.now() - 60_000)

beforeAll(async () => {
  lab = await startEngineLab()
  const person = { id: userId, login: 'chef', displayName: 'Chef', accreditation: 'N3', passwordHash: 'none' }
  await lab.db.user.create({ data: person })
})
afterAll(() => lab.close())

const linesOf = (id: string) => lab.done.filter((line) => line.startsWith(`${id} `))

/** What a worker leaves that is killed when it has opened a run again, and has not told the engine. */
async function reopened(runId: string, step: number | null) {
  const at = minuteAgo()
  await lab.db.$transaction([
    lab.db.workflowCommand.create({ data: { runId, kind: 'retry', userId, step, at, doneAt: at } }),
    lab.db.workflowRun.update({
      where: { id: runId },
      data: { state: 'queued', endedAt: null, updatedAt: at },
    }),
  ])
}

describe('a run that a person lets try again', () => {
  it('goes on from where it failed though the worker was killed that opened it', async () => {
    let isBroken = true
    lab.bodies.reopened = async (run) => {
      await lab.doing(run, 'one')
      await run.step('two', async () => {
        if (isBroken) throw new ConflictError('not now')
      })
    }
    await lab.start('reopened')
    await lab.until('reopened', 'failed')
    isBroken = false
    await reopened('reopened', null)
    await lab.until('reopened', 'done')
    expect(linesOf('reopened')).toEqual(['reopened one'])
  })

  it('goes on from the step that was named, one that had been cancelled too', async () => {
    lab.bodies.from = async (run) => {
      await lab.doing(run, 'one')
      await lab.doing(run, 'two')
      await run.wait(waitFor('go'))
    }
    await lab.start('from')
    await lab.until('from', 'waiting')
    await reopened('from', 1)
    await lab.until('from', 'waiting')
    expect(linesOf('from')).toEqual(['from one', 'from two', 'from two'])
  })

  it('is opened once by workers that read the same command', async () => {
    lab.bodies.once = (run) => lab.doing(run, 'one')
    await lab.start('once')
    await lab.until('once', 'done')
    const { id } = await lab.db.workflowCommand.create({
      data: { runId: 'once', kind: 'retry', userId, at: new Date() },
    })
    const open = () => reopenRun(lab.db, { id, runId: 'once' }, { step: 0, now: minuteAgo() })
    const opened = await Promise.all([open(), open(), open()])
    expect(opened.filter(Boolean).length).toBeLessThan(2)
    await lab.until('once', 'done')
    expect(await open()).toBe(false)
    expect(linesOf('once')).toEqual(['once one', 'once one'])
  })
})

describe('a run that broke off when it was to end', () => {
  /** What is left when the database was away then: at work for us, over in the engine. */
  async function breakOff(id: string) {
    const at = minuteAgo()
    await lab.db.$transaction([
      lab.db
        .$executeRaw`UPDATE dbos.workflow_status SET status = 'ERROR', output = NULL WHERE workflow_uuid = ${id}`,
      lab.db.workflowRun.update({
        where: { id },
        data: { state: 'running', endedAt: null, updatedAt: at, facts: {} },
      }),
    ])
  }

  it('comes to its end once more from its records, and ends as failed the next time, which is told', async () => {
    lab.bodies.broken = (run) => lab.doing(run, 'one')
    await lab.start('broken')
    await lab.until('broken', 'done')
    await breakOff('broken')
    await lab.until('broken', 'done')
    expect(await lab.runOf('broken')).toMatchObject({ problem: null, facts: { ended: true } })
    expect(linesOf('broken')).toEqual(['broken one'])
    await breakOff('broken')
    await lab.until('broken', 'failed')
    const events = await lab.db.event.findMany({ where: { type: 'workflow:error' } })
    const told = events.map(({ data }) => WorkflowError.parse(data)).filter(({ runId }) => runId === 'broken')
    expect(told).toMatchObject([{ state: 'failed', reason: 'run.fault' }])
  }, 30_000)
})
