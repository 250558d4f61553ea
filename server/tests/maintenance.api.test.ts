import { MaintenancePlaces, MaintenanceWindow, MaintenanceWindows } from '@hub/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const base = '/api/workflows/maintenance'
const hourMs = 3_600_000
const clock = createMovableClock()
let hub: TestHub
let chief: ApiClient
let technician: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock })
  chief = await signIn(hub, 'abenali')
  technician = await signIn(hub, 'slegrand')
  const topology = {
    sites: [
      { name: 'Lyon', client: 'EHPAD', links: [] },
      { name: 'Caluire', client: 'Clinique', links: [] },
    ],
    devices: ['SW-10', 'SW-2'].map((hostname) => ({
      ...{ hostname, site: 'LYON', role: 'inside', parent: null, parentPort: null },
    })),
  }
  await hub.db.sentinelTopology.update({ where: { id: 1 }, data: { topology, readAt: clock.now() } })
})
afterAll(() => hub?.close())

const inHours = (hours: number) => new Date(clock.now().getTime() + hours * hourMs).toISOString()
const plan = (more: object = {}) => ({
  ...{
    label: 'Firmware des switchs',
    startsAt: inHours(-1),
    endsAt: inHours(2),
    devices: ['sw-2'],
    by: 'us',
  },
  ...more,
})
const create = (more?: object) => chief.send('POST', base, plan(more))
const created = async (more?: object) => {
  const { status, body } = await create(more)
  expect(status).toBe(201)
  return MaintenanceWindow.parse(body)
}
const listed = async (query = '') => MaintenanceWindows.parse((await technician.get(`${base}${query}`)).body)

it('is read from N2, and planned and ended from N3', async () => {
  const helper = await signIn(hub, 'mmartin')
  expect(await helper.get(base)).toMatchObject({ status: 403 })
  expect(await listed()).toEqual({ items: [], nextCursor: null })
  const places = MaintenancePlaces.parse((await technician.get(`${base}/places`)).body)
  expect(places.sites).toEqual([
    { name: 'Caluire', client: 'Clinique', devices: [] },
    { name: 'Lyon', client: 'EHPAD', devices: ['SW-2', 'SW-10'] },
  ])
  expect(await technician.send('POST', base, plan())).toMatchObject({ status: 403 })
  const { id } = await created()
  expect(await technician.send('POST', `${base}/${id}/end`)).toMatchObject({ status: 403 })
  expect(await technician.send('DELETE', `${base}/${id}`)).toMatchObject({ status: 403 })
})

it.each([
  ['an end before the begin', { endsAt: inHours(-2) }, 'endsAt'],
  ['more than 30 days', { endsAt: inHours(30 * 24) }, 'endsAt'],
  ['an end that is past', { startsAt: inHours(-3), endsAt: inHours(-2) }, 'endsAt'],
  ['nothing that it is about', { devices: [] }, 'sites'],
  ['a device that nobody watches', { devices: ['SW-2', 'SW-99'] }, 'devices'],
  ['a site that does not exist', { sites: ['Paris'] }, 'sites'],
  ['no label', { label: ' ' }, 'label'],
  ['no owner', { by: 'nobody' }, 'by'],
])('refuses %s, and names the field', async (_what, more, field) => {
  const { status, body } = await create(more)
  expect([status, (body.error as { fields: { path: string }[] }).fields[0]?.path]).toEqual([400, field])
})

it('goes from coming to current to past, each on the record', async () => {
  const coming = await created({
    label: 'Changement de lien',
    startsAt: inHours(1),
    endsAt: inHours(3),
    sites: ['Lyon'],
  })
  expect(coming).toMatchObject({ state: 'coming', devices: ['SW-2'], plannedBy: 'Amine Benali' })
  expect(await chief.send('POST', `${base}/${coming.id}/end`)).toMatchObject({ status: 409 })
  const everything = await created({ label: 'Supervision', devices: [], isEverything: true })
  expect(await chief.send('DELETE', `${base}/${everything.id}`)).toMatchObject({
    status: 409,
    body: { error: { reason: 'maintenance.begun' } },
  })
  const { body } = await chief.send('POST', `${base}/${everything.id}/end`)
  expect(MaintenanceWindow.parse(body)).toMatchObject({ state: 'past', isEverything: true })
  expect(await chief.send('POST', `${base}/${everything.id}/end`)).toMatchObject({ status: 409 })
  expect((await listed('?when=past')).items.map(({ label }) => label)).toEqual(['Supervision'])
  expect(await chief.send('DELETE', `${base}/${coming.id}`)).toMatchObject({ status: 204 })
  expect(await chief.send('DELETE', `${base}/${coming.id}`)).toMatchObject({ status: 404 })
  expect((await listed()).items.map(({ state }) => state)).toEqual(['current'])
  const rows = await hub.db.userAuditLog.findMany({
    where: { action: { startsWith: 'workflow.maintenance' } },
    orderBy: { seq: 'asc' },
  })
  expect(rows.map(({ action }) => action.slice('workflow.maintenance_'.length))).toEqual([
    ...['plan', 'plan', 'plan', 'end', 'delete'],
  ])
})

it('gives past works in pages, the last first', async () => {
  await hub.db.maintenanceWindow.createMany({
    data: [1, 2, 3].map((n) => ({
      ...{ label: `Ancienne ${n}`, by: 'provider', isEverything: true },
      startsAt: new Date(inHours(-50 - n)),
      endsAt: new Date(inHours(-40 - n)),
    })),
  })
  const first = await listed('?when=past&limit=2')
  expect(first.items.map(({ label }) => label)).toEqual(['Supervision', 'Ancienne 1'])
  const second = await listed(`?when=past&limit=2&cursor=${first.nextCursor}`)
  expect(second.items.map(({ label }) => label)).toEqual(['Ancienne 2', 'Ancienne 3'])
  expect(second.nextCursor).toBeNull()
})
