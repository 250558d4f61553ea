import { RunCommand, WorkflowRunDetail, WorkflowRuns, WorkflowSwitches } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const base = '/api/workflows'
let hub: TestHub
let reader: ApiClient
let chief: ApiClient

beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  reader = await signIn(hub, 'mmartin')
  chief = await signIn(hub, 'abenali')
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 1, 8, minutes))
  const run = (id: string, minutes: number, more: object = {}) => ({
    id,
    workflow: 'support',
    title: `Ticket ${id}`,
    input: { ticketId: minutes, password: 'hunter2' },
    turn: '-',
    createdAt: at(minutes),
    updatedAt: at(minutes),
    ...more,
  })
  await hub.db.workflowRun.createMany({
    data: [
      run('support:one', 1, { ticketId: 1234, clientName: 'Clinique Saint-Jean', state: 'waiting' }),
      run('support:two_two', 2, { state: 'done', endedAt: at(3) }),
      run('sentinel-mail:three', 0, { workflow: 'sentinel-mail', state: 'parked' }),
      run('sentinel:three', 3, { workflow: 'sentinel', state: 'parked', waitingFor: { kind: 'retry' } }),
    ],
  })
})
afterAll(() => hub?.close())

const runs = async (query = '') => WorkflowRuns.parse((await reader.get(`${base}/runs${query}`)).body)
const idsOf = async (query: string) => (await runs(query)).items.map(({ id }) => id)

describe('the runs of the workflows', () => {
  it('come newest first, in pages', async () => {
    const first = await runs('?limit=2')
    expect(first.items.map(({ id }) => id)).toEqual(['sentinel:three', 'support:two_two'])
    expect(await idsOf(`?limit=2&cursor=${first.nextCursor}`)).toEqual(['support:one', 'sentinel-mail:three'])
  })

  it('are found by workflow, state, client, ticket and time', async () => {
    expect(await idsOf('?workflow=sentinel')).toEqual(['sentinel:three', 'sentinel-mail:three'])
    expect(await idsOf('?state=done')).toEqual(['support:two_two'])
    expect(await idsOf('?state=open')).toEqual(['sentinel:three', 'support:one', 'sentinel-mail:three'])
    expect(await idsOf('?search=saint-jean')).toEqual(['support:one'])
    expect(await idsOf('?search=%231234')).toEqual(['support:one'])
    expect(await idsOf('?to=2026-11-01T08:02:00Z')).toEqual(['support:one', 'sentinel-mail:three'])
    expect(await reader.get(`${base}/runs?state=gone`)).toMatchObject({ status: 400 })
  })

  it('show their input without secrets, and no steps before they have begun', async () => {
    const detail = WorkflowRunDetail.parse((await reader.get(`${base}/runs/support:one`)).body)
    expect(detail).toMatchObject({ input: { ticketId: 1, password: '***' }, steps: [], commands: [] })
    expect(await reader.get(`${base}/runs/none`)).toMatchObject({ status: 404 })
  })

  it('show the notifications that belong to them', async () => {
    const receivedAt = new Date(Date.UTC(2026, 10, 1, 8, 3))
    const body = { TITLE: 'ALERT: [SW-1]', DEVICE_HOSTNAME: 'SW-1' }
    await hub.db.incomingAlert.createMany({
      data: [
        { source: 'observium', digest: 'mine', body, receivedAt, runId: 'sentinel:three' },
        { source: 'observium', digest: 'other', body, receivedAt },
      ],
    })
    const { alerts } = WorkflowRunDetail.parse((await reader.get(`${base}/runs/sentinel:three`)).body)
    expect(alerts).toMatchObject([{ source: 'observium', title: 'ALERT: [SW-1]', device: 'SW-1' }])
  })

  it('are hidden from N0, and steered by N3 only', async () => {
    const guest = await signIn(hub, 'lecture')
    expect(await guest.get(`${base}/runs`)).toMatchObject({ status: 403 })
    const steer = { kind: 'cancel' }
    expect(await reader.send('POST', `${base}/runs/support:one/commands`, steer)).toMatchObject({
      status: 403,
    })
  })

  it('take one command at a time, on the record, and none that makes no sense', async () => {
    const send = (id: string, body: object) => chief.send('POST', `${base}/runs/${id}/commands`, body)
    expect(await send('support:two_two', { kind: 'cancel' })).toMatchObject({
      status: 409,
      body: { error: { reason: 'run.ended' } },
    })
    expect(await send('support:one', { kind: 'retry', step: 1 })).toMatchObject({
      body: { error: { reason: 'run.at_work' } },
    })
    const { status, body } = await send('sentinel:three', { kind: 'retry', reason: 'GLPI est revenu' })
    expect(status).toBe(202)
    expect(RunCommand.parse(body)).toMatchObject({ kind: 'retry', by: 'Amine Benali', doneAt: null })
    expect(await send('sentinel:three', { kind: 'cancel' })).toMatchObject({
      body: { error: { reason: 'run.busy' } },
    })
    const audited = await hub.db.userAuditLog.findMany({ where: { action: { startsWith: 'workflow.' } } })
    expect(audited).toMatchObject([{ action: 'workflow.retry', subjectId: 'sentinel:three' }])
  })
})

describe('the workers', () => {
  it('are counted while they tell of themselves, and the last sign of one is kept', async () => {
    const read = async () => WorkflowSwitches.parse((await reader.get(`${base}/switches`)).body)
    expect(await read()).toMatchObject({ workers: 0, workerSeenAt: null })
    expect((await read()).runs).toEqual({
      support: { open: 1, parked: 0 },
      sentinel: { open: 2, parked: 2 },
      enrichisseur: { open: 0, parked: 0 },
    })
    const seenAt = new Date(Date.now() - 60_000)
    await hub.db.workflowWorker.create({
      data: { id: crypto.randomUUID(), host: 'a', startedAt: seenAt, seenAt },
    })
    expect(await read()).toMatchObject({ workers: 0, workerSeenAt: seenAt.toISOString() })
  })
})

describe('the switches', () => {
  it('are on until N3 says otherwise, on the record', async () => {
    const read = async () => WorkflowSwitches.parse((await reader.get(`${base}/switches`)).body)
    expect((await read()).items[0]).toMatchObject({ workflow: 'support', isPaused: false, isDryRun: false })
    expect(await reader.send('PUT', `${base}/switches/support`, { isPaused: true })).toMatchObject({
      status: 403,
    })
    expect(await chief.send('PUT', `${base}/switches/support`, {})).toMatchObject({ status: 400 })
    await chief.send('PUT', `${base}/switches/support`, { isDryRun: true })
    await chief.send('PUT', `${base}/switches/support`, { isPaused: true })
    expect((await read()).items[0]).toMatchObject({
      isPaused: true,
      isDryRun: true,
      changedBy: 'Amine Benali',
    })
    expect(await hub.db.userAuditLog.count({ where: { action: 'workflow.switch' } })).toBe(2)
  })
})

describe('the enrichment', () => {
  it('is asked for by an N3, on the record, once at a time', async () => {
    expect(await reader.send('POST', `${base}/enrichisseur`, {})).toMatchObject({ status: 403 })
    const answers = await Promise.all([1, 2].map(() => chief.send('POST', `${base}/enrichisseur`, {})))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409])
    const { items } = await runs('?workflow=enrichisseur')
    expect(items).toEqual([expect.objectContaining({ state: 'queued', isDryRun: false })])
    const kept = await hub.db.userAuditLog.findMany({ where: { action: 'workflow.start' } })
    expect(kept.map(({ subjectId }) => subjectId)).toEqual(items.map(({ id }) => id))
  })
})
