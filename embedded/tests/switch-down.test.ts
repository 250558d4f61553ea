import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type DemoHub, patience, sentinelTickets, startDemoHub, untilIncident } from './demo-hub.ts'

let demo: DemoHub
beforeAll(async () => {
  demo = await startDemoHub()
}, 180_000)
afterAll(() => demo?.close())

it('follows a switch that goes down and back, from its alert to the closed ticket', async () => {
  expect(await demo.play('switch-down', 'SWITCH-MUSIC-001')).toBe('SWITCH-MUSIC-001, AP-MUSIC-01 down')
  await vi.waitFor(() => expect(demo.estate.observium.deliveries()).toHaveLength(2), patience)
  // The verdict needs a look of the monitoring that is newer than the alert: it takes one every five minutes.
  demo.pass(6)
  const opened = await untilIncident(demo, {
    state: 'waiting',
    phase: 'failing',
    clientName: 'EHPAD Music Art',
    verdict: 'LOCAL',
    ticketId: expect.any(Number),
  })
  expect(await demo.runs('sentinel')).toHaveLength(1)
  const [ticket, ...others] = sentinelTickets(demo)
  expect(others).toEqual([])
  expect(ticket).toMatchObject({ id: opened.ticketId, entities_id: 12, status: 1 })
  for (const part of ['Équipement injoignable : SWITCH-MUSIC-001', 'AP-MUSIC-01', 'Preuves :', 'Règles :'])
    expect(ticket?.content).toContain(part)

  demo.pass(4)
  await vi.waitFor(async () => expect(await demo.pending('mail_notify_client')).toHaveLength(1), patience)
  expect(demo.estate.mail.messages()).toEqual([])
  await demo.approveNext('mail_notify_client')
  await vi.waitFor(() => expect(demo.estate.mail.messages()).toHaveLength(1), patience)
  expect(demo.estate.mail.messages()[0]?.text).toContain('#DIAG')

  await demo.play('switch-up', 'SWITCH-MUSIC-001')
  await untilIncident(demo, { phase: 'recovering' })
  demo.pass(12)
  await demo.approveNext('glpi_close_ticket')
  await demo.approveNext('mail_notify_client')
  await untilIncident(demo, { state: 'done', phase: 'closed', autoResolved: true })
  expect(sentinelTickets(demo)).toMatchObject([{ id: opened.ticketId, status: 6 }])
  const [solution] = demo.estate.glpi.rows('ITILSolution', { items_id: Number(opened.ticketId) })
  expect(solution?.content).toMatch(/Durée : \d+ min/)
  await vi.waitFor(
    () =>
      expect(demo.estate.mail.messages().map(({ subject }) => subject)).toEqual([
        expect.stringContaining('Équipement réseau injoignable : SWITCH-MUSIC-001'),
        expect.stringContaining('Retour à la normale'),
      ]),
    patience,
  )
  // Its own ticket is none for SUPPORT.
  expect(await demo.run(`support:${opened.ticketId}`)).toMatchObject({ phase: 'opened_by_hub' })
}, 400_000)
