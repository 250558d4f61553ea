import { AlertDetected } from '@hub/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerTicket } from '../harness/answer-ticket.ts'
import { type SentinelLab, startSentinelLab } from './sentinel-lab.ts'

let sentinel: SentinelLab
beforeAll(async () => {
  sentinel = await startSentinelLab()
}, 120_000)
afterAll(() => sentinel?.close())

const ticketsOf = () =>
  sentinel.estate.glpi.rows('Ticket').filter(({ name }) => String(name).includes('[SENTINEL]'))

it('follows a switch that goes down and comes back, from notification to closed ticket', async () => {
  const { estate, db, lab } = sentinel
  await estate.play('switch-down', 'SWITCH-MUSIC-001')
  await sentinel.untilHandled()
  // It waits for a quick recovery and for what hangs from it.
  expect(await db.incident.count()).toBe(0)
  sentinel.pass(3)
  const opened = await sentinel.untilIncident({ cause: { kind: 'device', device: 'SWITCH-MUSIC-001' } })
  const { ticketId } = await sentinel.untilIncident({ phase: 'failing', ticketId: expect.any(Number) })
  expect(await db.incident.count()).toBe(1)
  expect(ticketsOf()).toMatchObject([{ id: ticketId, entities_id: 12 }])
  expect(String(ticketsOf()[0]?.content)).toContain('AP-MUSIC-01')
  await sentinel.untilRun(opened.id, { ticketId, clientName: 'EHPAD Music Art', state: 'waiting' })

  sentinel.pass(4)
  const mail = await sentinel.untilAsked('mail_notify_client')
  await lab.approve(mail)
  await lab.untilState(mail, 'executed')
  expect(estate.mail.messages()).toHaveLength(1)
  expect(estate.mail.messages()[0]?.text).toContain('#DIAG')

  await answerTicket(estate, Number(ticketId), '#DIAG il n’y a plus d’électricité dans le local')
  sentinel.pass(3)
  const answer = expect.objectContaining({ kind: 'answer', sign: 'no_power' })
  await sentinel.untilRun(opened.id, { facts: { evidence: expect.arrayContaining([answer]) } })

  await sentinel.restart()
  await estate.play('switch-up', 'SWITCH-MUSIC-001')
  await sentinel.untilIncident({ phase: 'recovering' })
  sentinel.pass(15)
  const close = await sentinel.untilAsked('glpi_close_ticket')
  await lab.approve(close)
  await lab.untilState(close, 'executed')
  const thanks = await sentinel.untilAsked('mail_notify_client')
  await lab.approve(thanks)
  await lab.untilState(thanks, 'executed')
  await sentinel.untilRun(opened.id, { state: 'done', phase: 'closed', autoResolved: true })
  expect(ticketsOf()).toMatchObject([{ id: ticketId, status: 6 }])
  expect(estate.mail.messages().map(({ subject }) => subject)).toHaveLength(2)
  const events = await db.event.findMany({
    where: { type: 'workflow:alert_detected' },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ data }) => toldOf(data))).toEqual([
    'detected null',
    'failing LOCAL',
    'recovering LOCAL',
    'over LOCAL',
    'closed LOCAL',
    'closed LOCAL',
  ])
  expect(events.map(({ data }) => AlertDetected.parse(data).autoResolved)).toEqual([
    ...Array(5).fill(null),
    true,
  ])
}, 180_000)

const toldOf = (data: unknown) => {
  const { phase, verdict } = data as { phase: string; verdict: string | null }
  return `${phase} ${verdict}`
}
