import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type DemoHub, patience, sentinelTickets, startDemoHub, untilIncident } from './demo-hub.ts'

let demo: DemoHub
beforeAll(async () => {
  demo = await startDemoHub()
}, 180_000)
afterAll(() => demo?.close())

const covage = [
  'EHPAD Music Art',
  'EHPAD Résidence Bellevue',
  'Maison de santé des Garrigues',
  "SSIAD Cœur d'Hérault",
]

it('makes one incident of a provider that fails at four sites, with all clients', async () => {
  await demo.play('provider-down', 'Covage')
  const opened = await untilIncident(demo, {
    phase: 'failing',
    verdict: 'FAI',
    ticketId: expect.any(Number),
  })
  // Who is told after the opening stands in a followup.
  const written = () => {
    const followups = demo.estate.glpi.rows('ITILFollowup', { items_id: Number(opened.ticketId) })
    return [...sentinelTickets(demo), ...followups]
      .map(({ content }) => String(content).replaceAll('&#039;', "'"))
      .join('\n')
  }
  await vi.waitFor(async () => {
    const { clients } = (await demo.run(opened.id)).facts as { clients: string[] }
    // In the order in which they were told.
    expect(clients.toSorted()).toEqual(covage)
    for (const client of covage) expect(written()).toContain(client)
  }, patience)
  expect((await demo.runs('sentinel')).filter(({ phase }) => phase !== 'merged')).toHaveLength(1)
  expect(sentinelTickets(demo)).toMatchObject([{ id: opened.ticketId, entities_id: 0 }])
  demo.pass(6)
  // A mail for each, and none that names another client.
  const mails = await vi.waitFor(async () => {
    const asked = await demo.pending('mail_notify_client')
    expect(asked).toHaveLength(4)
    return asked
  }, patience)
  for (const { arguments: mail } of mails) {
    const others = covage.filter((client) => client !== mail.client)
    for (const other of others) expect(mail.body).not.toContain(other)
  }
  await demo.play('provider-up', 'Covage')
  await untilIncident(demo, { phase: 'recovering', verdict: 'FAI' })
  demo.pass(12)
  await demo.approveNext('glpi_close_ticket')
  await untilIncident(demo, { state: 'done', phase: 'closed', verdict: 'FAI' })
}, 400_000)

it('takes a power cut for one incident of its site', async () => {
  const before = (await demo.runs('sentinel')).length
  await demo.play('power-cut', 'JARDINS')
  demo.pass(3)
  const opened = await untilIncident(demo, {
    phase: 'failing',
    clientName: 'EHPAD Les Jardins',
    ticketId: expect.any(Number),
  })
  expect(await demo.runs('sentinel')).toHaveLength(before + 1)
  demo.pass(5)
  await demo.play('power-back', 'JARDINS')
  await untilIncident(demo, { id: opened.id, phase: 'recovering' })
  demo.pass(12)
  await demo.approveNext('glpi_close_ticket')
  await untilIncident(demo, { id: opened.id, state: 'done', phase: 'closed', verdict: 'LOCAL' })
  expect(demo.estate.glpi.row('Ticket', Number(opened.ticketId))).toMatchObject({
    entities_id: 11,
    status: 6,
  })
}, 400_000)
