import { verifyAudit } from '@hub/safeguard'
import { seedDemoUsers } from '@hub/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { request, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
})
afterAll(() => hub?.close())

it('writes down what happens to an account, from its creation', async () => {
  const { id } = await hub.db.user.findUniqueOrThrow({ where: { login: 'jdupont' } })
  const { send } = await signIn(hub, 'jdupont')
  expect((await send('PATCH', '/api/auth/me', { locale: 'en' })).body).toMatchObject({ locale: 'en' })
  expect((await send('PATCH', '/api/auth/me', { locale: 'xx' })).status).toBe(400)
  await send('POST', '/api/auth/logout')
  const wrong = { login: 'jdupont', password: 'Wrong-password-1' }
  await request(hub, '/api/auth/login', { method: 'POST', body: wrong })
  await seedDemoUsers(String(hub.env.DATABASE_URL), 'Another-password-2026')
  const rows = await hub.db.userAuditLog.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } })
  expect(rows.map(({ action, actorKey }) => `${action} by ${actorKey}`)).toEqual([
    'user.create by system:demo-seed',
    `session.login by user:${id}`,
    `user.update by user:${id}`,
    `session.logout by user:${id}`,
    'session.refused by system:server',
    'user.password by system:demo-seed',
  ])
  expect(JSON.stringify(rows.map(({ details }) => details))).not.toMatch(/password-|\$2/)
  expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
})

it('writes nothing when the demo accounts are as they were', async () => {
  const before = await hub.db.userAuditLog.count()
  await seedDemoUsers(String(hub.env.DATABASE_URL), 'Another-password-2026')
  expect(await hub.db.userAuditLog.count()).toBe(before)
})
