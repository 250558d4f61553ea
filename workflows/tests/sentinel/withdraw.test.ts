import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepStanding } from '../../src/sentinel/incident/keep-standing.store.ts'
import { type SentinelLab, startSentinelLab } from './sentinel-lab.ts'

let sentinel: SentinelLab
beforeEach(async () => {
  sentinel = await startSentinelLab()
}, 120_000)
afterEach(() => sentinel?.close())

const host = 'SWITCH-MUSIC-001'

/** A switch is down for so long that its client is to be written to. */
async function askMail() {
  await sentinel.estate.play('switch-down', host)
  await sentinel.untilHandled()
  sentinel.pass(3)
  await sentinel.untilIncident({ phase: 'failing', ticketId: expect.any(Number) })
  sentinel.pass(4)
  return sentinel.untilAsked('mail_notify_client')
}

const mailRuns = () =>
  sentinel.db.workflowRun.findMany({ where: { workflow: 'sentinel-mail' }, orderBy: { createdAt: 'asc' } })
const untilCancelled = (id: string) =>
  vi.waitFor(async () => expect(await sentinel.lab.stateOf(id)).toBe('cancelled'), { timeout: 30_000 })
const refused = expect.objectContaining({ reason: 'approval.state.cancelled' })

it('takes the mail back once the service is, and asks for another when it fails again', async () => {
  const { lab, estate, db } = sentinel
  const asked = await askMail()
  await estate.play('switch-up', host)
  await sentinel.untilIncident({ phase: 'recovering' })
  await untilCancelled(asked)
  await expect(lab.approve(asked)).rejects.toThrow(refused)
  const [withdrawn] = await mailRuns()
  await vi.waitFor(async () =>
    expect((await mailRuns())[0]).toMatchObject({ state: 'done', phase: 'withdrawn' }),
  )
  const { outcome } = await db.approval.findUniqueOrThrow({ where: { id: asked } })
  expect(outcome).toMatchObject({ summary: { en: expect.stringContaining('back') } })
  sentinel.pass(2)
  await estate.play('switch-down', host)
  await sentinel.untilIncident({ phase: 'failing' })
  sentinel.pass(6)
  const again = await sentinel.untilAsked('mail_notify_client')
  await lab.approve(again)
  await lab.untilState(again, 'executed')
  expect(estate.mail.messages()).toHaveLength(1)
  expect((await mailRuns()).map(({ id }) => id)).toEqual([withdrawn?.id, `${withdrawn?.id}:2`])
}, 180_000)

it('takes it back when the verdict changes, and writes nothing for an incident that is part of another', async () => {
  const { db, ctx } = sentinel
  const asked = await askMail()
  const incident = await sentinel.untilIncident({ phase: 'failing' })
  const { id: incidentId, ticketId } = incident
  const judgement = { verdict: 'FAI' as const, confidence: 0.8, rules: [], missing: [] }
  const at = new Date().toISOString()
  const view = { device: host, clients: ['EHPAD Music Art'], judgement, now: at, startedAt: at }
  const standing = { incidentId, isFailing: true, phase: 'failing', ticketId, mails: [], isDryRun: false }
  await keepStanding(ctx, { ...standing, view: { ...view, verdict: 'FAI' } })
  await untilCancelled(asked)
  await db.incident.create({
    data: { id: 'INC-0', cause: {}, isFlapping: false, openedAt: new Date(), phase: 'failing' },
  })
  const into = { mergedInto: incidentId, closedAt: new Date() }
  await db.incident.update({ where: { id: 'INC-0' }, data: into })
  const mail = {
    client: 'EHPAD Music Art',
    phase: 'diagnosis' as const,
    subject: 's',
    body: 'b',
    after: null,
    replaces: null,
  }
  const merged = { ...standing, incidentId: 'INC-0', view: { ...view, verdict: 'LOCAL' as const } }
  await keepStanding(ctx, { ...merged, mails: [mail] })
  expect(await db.incidentMail.count({ where: { incidentId: 'INC-0' } })).toBe(0)
  expect(await db.incident.findUnique({ where: { id: 'INC-0' } })).toMatchObject({ verdict: null })
}, 180_000)
