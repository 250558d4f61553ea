import { DBOS } from '@dbos-inc/dbos-sdk'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SentinelLab, startSentinelLab } from './sentinel-lab.ts'

let sentinel: SentinelLab
beforeAll(async () => {
  sentinel = await startSentinelLab()
}, 120_000)
afterAll(() => sentinel?.close())

const host = 'SWITCH-MUSIC-001'

async function wouldOf(runId: string): Promise<string[]> {
  const steps = (await DBOS.listWorkflowSteps(runId)) ?? []
  return steps.flatMap(({ output }) => {
    const { value } = (output ?? {}) as { value?: { state?: string; would?: { tool: string } } }
    return value?.state === 'dry_run' ? [String(value.would?.tool)] : []
  })
}

it('on trial follows an incident to its end, writes nothing, and tells what it would have done', async () => {
  const { estate, db } = sentinel
  await db.workflowSwitch.create({
    data: { workflow: 'sentinel', isDryRun: true, changedAt: new Date() },
  })
  const tickets = estate.glpi.rows('Ticket').length
  const followups = estate.glpi.rows('ITILFollowup').length
  await estate.play('switch-down', host)
  await sentinel.untilHandled()
  sentinel.pass(3)
  const { id } = await sentinel.untilIncident({ phase: 'failing' })
  sentinel.pass(4)
  await expect
    .poll(() => db.workflowRun.count({ where: { workflow: 'sentinel-mail', phase: 'dry_run' } }), {
      timeout: 60_000,
    })
    .toBe(1)
  await estate.play('switch-up', host)
  await sentinel.untilIncident({ phase: 'recovering' })
  sentinel.pass(12)
  await sentinel.untilRun(id, { state: 'done', phase: 'closed', isDryRun: true, autoResolved: false })
  expect(await wouldOf(`sentinel:${id}`)).toEqual(['glpi_create_ticket'])
  const [mail] = await db.incidentMail.findMany({ where: { phase: 'diagnosis' } })
  expect(await wouldOf(String(mail?.runId))).toEqual(['mail_notify_client'])
  expect(estate.glpi.rows('Ticket')).toHaveLength(tickets)
  expect(estate.glpi.rows('ITILFollowup')).toHaveLength(followups)
  expect(estate.mail.messages()).toEqual([])
  expect(await db.approval.count()).toBe(0)
}, 180_000)
