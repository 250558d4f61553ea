import { HealthReport } from '@hub/contracts'
import { afterEach, expect, it, vi } from 'vitest'
import { signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub, type TestHubOptions } from './harness/start-test-hub.ts'

let hub: TestHub | undefined
afterEach(() => hub?.close())

/** What a Hub reports, once every dependency was looked at. */
async function reportOf(options: TestHubOptions): Promise<HealthReport['items']> {
  hub = await startTestHub({ ...options, withoutWorkflows: true })
  const { url } = hub
  const { token } = await signIn(hub, 'mmartin')
  return vi.waitUntil(
    async () => {
      const headers = { authorization: `Bearer ${token}` }
      const answer = await fetch(`${url}/api/workflows/health`, { headers })
      const { items } = HealthReport.parse(await answer.json())
      return items.length === 8 && items
    },
    { timeout: 15_000, interval: 100 },
  )
}
const mailOf = (items: HealthReport['items']) => items.find(({ name }) => name === 'mail')

it('reports everything that the Hub depends on; mail that is not set up is neither up nor down', async () => {
  const items = await reportOf({})
  const names = ['ad', 'bus', 'database', 'glpi', 'mail', 'mcp', 'model', 'observium']
  expect(items.map(({ name }) => name).toSorted()).toEqual(names)
  expect(mailOf(items)).toMatchObject({ state: 'unconfigured', latencyMs: null, detail: null })
})

it.each([
  ['answers', {}, { state: 'up', detail: null }],
  [
    'is away',
    { SMTP_URL: 'smtps://127.0.0.1:1' },
    { state: 'down', detail: expect.stringContaining('mail server') },
  ],
])('tells that the mail server %s', async (_what, env, expected) => {
  const mail = mailOf(await reportOf({ withMail: true, env }))
  expect(mail).toMatchObject({ ...expected, latencyMs: expect.any(Number) })
})
