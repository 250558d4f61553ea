import { afterEach, beforeEach, expect, it } from 'vitest'
import { type SentinelLab, startSentinelLab } from './sentinel-lab.ts'

let sentinel: SentinelLab
beforeEach(async () => {
  sentinel = await startSentinelLab()
}, 120_000)
afterEach(() => sentinel?.close())

const ticketsOf = () =>
  sentinel.estate.glpi.rows('Ticket').filter(({ name }) => String(name).includes('[SENTINEL]'))
const mailsAsked = () => sentinel.db.incidentMail.findMany({ orderBy: { client: 'asc' } })
const verdictOf = async () => (await sentinel.untilIncident({ phase: 'failing' })).verdict

it('makes one incident of a provider that fails at four sites, with all clients and a mail to each', async () => {
  const { estate, db } = sentinel
  await estate.play('provider-down', 'Covage')
  await sentinel.untilHandled()
  const incident = await sentinel.untilIncident({
    cause: { kind: 'provider', provider: 'Covage' },
    phase: 'failing',
    ticketId: expect.any(Number),
  })
  expect(await db.incident.count({ where: { closedAt: null } })).toBe(1)
  // One ticket, at ours: no client reads the name of another.
  const open = ticketsOf().filter(({ id }) => id === incident.ticketId)
  expect(open).toMatchObject([{ entities_id: 0 }])
  sentinel.pass(6)
  const mailed = async () => (await mailsAsked()).map(({ client }) => client)
  await expect
    .poll(mailed, { timeout: 20_000 })
    .toEqual([
      'EHPAD Music Art',
      'EHPAD Résidence Bellevue',
      'Maison de santé des Garrigues',
      "SSIAD Cœur d'Hérault",
    ])
  for (const { body, client } of await inputsOf())
    for (const other of (await mailsAsked()).filter((mail) => mail.client !== client))
      expect(body).not.toContain(other.client)
  expect(await verdictOf()).toBe('FAI')
  await estate.play('provider-up', 'Covage')
  await sentinel.untilIncident({ phase: 'recovering', verdict: 'FAI' })
  sentinel.pass(12)
  await sentinel.untilIncident({ phase: 'closed' })
}, 120_000)

async function inputsOf() {
  const runs = await sentinel.db.workflowRun.findMany({ where: { workflow: 'sentinel-mail' } })
  return runs.map(({ input }) => input as { client: string; body: string })
}

it('takes a power cut for one incident of its site, and sees afterwards that everything restarted', async () => {
  const { estate, db } = sentinel
  await estate.play('power-cut', 'MUSIC')
  await sentinel.untilHandled()
  sentinel.pass(3)
  const incident = await sentinel.untilIncident({ phase: 'failing', ticketId: expect.any(Number) })
  expect(incident.cause).toMatchObject({ kind: 'site' })
  expect(await db.incident.count()).toBe(1)
  sentinel.pass(6)
  await estate.play('power-back', 'MUSIC')
  await sentinel.untilIncident({ phase: 'recovering' })
  sentinel.pass(12)
  await sentinel.untilIncident({ phase: 'closed', verdict: 'LOCAL' })
  const followups = estate.glpi.rows('ITILFollowup', { items_id: Number(incident.ticketId) })
  expect(followups.map(({ content }) => String(content)).join()).toContain('Verdict revu')
}, 120_000)

it('holds a port that comes and goes in one incident, and writes to nobody', async () => {
  const { estate, db } = sentinel
  await estate.play('flapping-port', 'AP-MUSIC-01')
  await sentinel.untilHandled()
  sentinel.pass(3)
  await sentinel.untilIncident({ isFlapping: true, ticketId: expect.any(Number) })
  sentinel.pass(10)
  await estate.play('flapping-port', 'AP-MUSIC-01')
  await sentinel.untilHandled()
  expect(await db.incident.count()).toBe(1)
  expect(await mailsAsked()).toEqual([])
}, 120_000)

it('does not take a gap in the monitoring for an outage', async () => {
  const { estate, db } = sentinel
  await estate.play('monitoring-gap')
  await sentinel.untilHandled()
  sentinel.pass(3)
  const incident = await sentinel.untilIncident({ ticketId: expect.any(Number) })
  expect(incident.cause).toEqual({ kind: 'monitoring' })
  expect(['WIDIP', 'INDETERMINE']).toContain(incident.verdict)
  sentinel.pass(10)
  await estate.play('monitoring-back')
  await sentinel.untilHandled()
  expect(await db.incident.count()).toBe(1)
  expect(await mailsAsked()).toEqual([])
}, 120_000)
