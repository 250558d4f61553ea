import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Run } from '../../src/engine/run.ts'
import { type EngineLab, startEngineLab, waitFor } from './engine-lab.ts'

let lab: EngineLab
beforeAll(async () => {
  lab = await startEngineLab()
})
afterAll(() => lab.close())

const stepsOf = (id: string) =>
  lab.done.filter((line) => line.startsWith(`${id} `)).map((line) => line.slice(id.length + 1))
const go = (runId: string, key: string) => lab.engine.tell({ runId, topic: 'go', key, body: {} })

/** The workflow as it was when the old run began. */
async function first(run: Run): Promise<void> {
  await lab.doing(run, 'read')
  await run.wait(waitFor('go'))
  await lab.doing(run, 'answer')
  await run.wait(waitFor('go'))
  await lab.doing(run, 'close')
}

/** The next version checks before it answers and thanks at the end: one change passed by the old run, one before it. */
async function second(run: Run): Promise<void> {
  if (await run.isPatched('checks-first')) await lab.doing(run, 'check')
  await lab.doing(run, 'read')
  await run.wait(waitFor('go'))
  await lab.doing(run, 'answer')
  await run.wait(waitFor('go'))
  await lab.doing(run, 'close')
  if (await run.isPatched('thanks')) await lab.doing(run, 'thank')
}

it('lets a run that an earlier version began come to its end in the next one', async () => {
  lab.bodies.work = first
  await lab.start('work', { id: 'old' })
  await lab.until('old', 'waiting')
  lab.bodies.work = second
  await lab.restart()
  await lab.start('work', { id: 'new' })
  await lab.until('new', 'waiting')
  for (const [id, key] of [
    ['old', 'a'],
    ['new', 'a'],
  ] as const)
    await go(id, key)
  for (const id of ['old', 'new'])
    await expect.poll(() => stepsOf(id), { timeout: 8_000 }).toContain('answer')
  // Between its two waits the old run begins again from its records in the second version, once more.
  await lab.until('old', 'waiting')
  await lab.restart()
  for (const id of ['old', 'new']) await go(id, 'b')
  for (const id of ['old', 'new']) await lab.until(id, 'done')
  expect(stepsOf('old')).toEqual(['read', 'answer', 'close', 'thank'])
  expect(stepsOf('new')).toEqual(['check', 'read', 'answer', 'close', 'thank'])
}, 60_000)
