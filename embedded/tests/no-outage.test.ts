import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type DemoHub, patience, sentinelTickets, startDemoHub, untilIncident } from './demo-hub.ts'

let demo: DemoHub
beforeAll(async () => {
  demo = await startDemoHub()
}, 180_000)
afterAll(() => demo?.close())

it('holds a port that comes and goes in one incident, and writes to nobody', async () => {
  await demo.play('flapping-port', 'AP-MUSIC-01')
  demo.pass(3)
  const opened = await untilIncident(demo, { state: 'waiting', ticketId: expect.any(Number) })
  demo.pass(5)
  await demo.play('flapping-port', 'AP-MUSIC-01')
  await vi.waitFor(
    async () => expect((await demo.run(opened.id)).facts).toMatchObject({ alertCount: 12 }),
    patience,
  )
  expect(await demo.runs('sentinel')).toHaveLength(1)
  expect(sentinelTickets(demo)).toMatchObject([{ id: opened.ticketId }])
  expect(sentinelTickets(demo)[0]?.name).toContain('Liaison instable : AP-MUSIC-01')
  expect(await demo.pending()).toEqual([])
}, 400_000)

it('does not take a gap in the monitoring for an outage', async () => {
  await demo.play('monitoring-gap')
  demo.pass(3)
  const opened = await untilIncident(demo, {
    title: expect.stringContaining('Trou dans les données de supervision'),
    clientName: null,
    ticketId: expect.any(Number),
  })
  expect(['WIDIP', 'INDETERMINE']).toContain(opened.verdict)
  // The only ticket says that data is missing; it is ours, and nobody is written to.
  const told = sentinelTickets(demo).slice(1)
  expect(told).toMatchObject([{ id: opened.ticketId, entities_id: 0 }])
  expect(told[0]?.name).toContain('Trou dans les données de supervision')
  demo.pass(10)
  await demo.play('monitoring-back')
  await untilIncident(demo, { id: opened.id, phase: 'recovering' })
  expect(await demo.runs('sentinel')).toHaveLength(2)
  expect(await demo.pending('mail_notify_client')).toEqual([])
}, 400_000)
