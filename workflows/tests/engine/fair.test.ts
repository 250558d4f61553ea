import { setTimeout as wait } from 'node:timers/promises'
import { UpstreamError } from '@hub/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EngineLab, startEngineLab } from './engine-lab.ts'

let lab: EngineLab
beforeAll(async () => {
  lab = await startEngineLab()
})
afterAll(() => lab.close())

const doneOf = (client: string) => lab.db.workflowRun.count({ where: { state: 'done', clientName: client } })
const one = (script: string, id: string, clientName: string) =>
  lab.start(script, { id, clientName, input: { script } })

it('lets a client go on at once whatever flood another one sends', async () => {
  const tickets = 200
  lab.bodies.ticket = (run) => run.step('work', () => wait(40))
  for (let ticket = 0; ticket < tickets; ticket++) await one('ticket', `flood:${ticket}`, 'Noisy')
  const before = await doneOf('Noisy')
  await one('ticket', 'quiet:1', 'Quiet')
  await lab.until('quiet:1', 'done')
  const between = (await doneOf('Noisy')) - before
  expect(before).toBeLessThan(tickets / 2)
  expect(between).toBeLessThan(20)
}, 60_000)

it('does the work of one system while another is dead', async () => {
  lab.bodies.dead = (run) =>
    run.step('ask', async () => {
      await wait(300)
      throw new UpstreamError('GLPI does not answer', {
        reason: 'upstream.unreachable',
        params: { system: 'GLPI' },
      })
    })
  lab.bodies.alive = (run) => run.step('ask', () => wait(10))
  const clients = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
  for (let ticket = 0; ticket < 80; ticket++)
    await one('dead', `dead:${ticket}`, `Dead ${clients[ticket % 8]}`)
  const startedAt = Date.now()
  await one('alive', 'alive:1', 'Alive')
  await lab.until('alive:1', 'done')
  expect(Date.now() - startedAt).toBeLessThan(8_000)
  // They rest without holding a place: more than a worker has are waiting.
  await expect
    .poll(() => lab.db.workflowRun.count({ where: { state: 'waiting' } }), { timeout: 30_000 })
    .toBeGreaterThan(20)
}, 60_000)
