import { SafeguardSignals } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { askReset } from './harness/call-tool.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let chief: ApiClient
let approver: ApiClient
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true })
  // a name that a spreadsheet would run
  await hub.db.user.update({ where: { login: 'mmartin' }, data: { displayName: '=cmd|1' } })
  chief = await signIn(hub, 'abenali')
  approver = await signIn(hub, 'jdupont')
})
afterAll(() => hub?.close())

const openRequest = (login: string) => askReset(hub, { login, by: 'mmartin', reader: approver })

async function csv(language: string): Promise<{ type: string | null; text: string }> {
  await chief.send('PATCH', '/api/auth/me', { locale: language })
  const headers = { authorization: `Bearer ${chief.token}` }
  const answer = await fetch(`${hub.url}/api/safeguard/history.csv`, { headers })
  return {
    type: answer.headers.get('content-type'),
    text: Buffer.from(await answer.arrayBuffer()).toString('utf8'),
  }
}

describe('the figures of SAFEGUARD', () => {
  it('count requests, times and habits', async () => {
    const [first, second] = [await openRequest('jean.dupont'), await openRequest('marie.martin')]
    await approver.send('POST', `/api/safeguard/${first.approvalId}/approve`, { digest: first.digest })
    await approver.send('POST', `/api/safeguard/${second.approvalId}/reject`, {
      digest: second.digest,
      reason: 'not this week',
    })
    const { status, body } = await chief.get('/api/supervision/safeguard')
    expect(status).toBe(200)
    const signals = SafeguardSignals.parse(body)
    expect(signals).toMatchObject({
      requested: 2,
      byState: { approved: 1, rejected: 1 },
      byLevel: { L3: 2 },
      byTool: [{ toolName: 'ad_reset_password', count: 2 }],
      expiredShare: 0,
      breakGlass: { used: 0, unreviewed: 0 },
    })
    expect(signals.medianDecisionSeconds).toBeGreaterThanOrEqual(0)
    expect(signals.approvers).toMatchObject([{ approved: 1, rejected: 1, isSuspicious: false }])
  })

  it('are those of the period only, and refuse a period that runs backwards', async () => {
    const old = await chief.get(
      '/api/supervision/safeguard?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z',
    )
    expect(old.body).toMatchObject({ requested: 0, medianDecisionSeconds: null, approvers: [] })
    const back = await chief.get(
      '/api/supervision/safeguard?from=2021-01-01T00:00:00Z&to=2020-02-01T00:00:00Z',
    )
    expect(back).toMatchObject({ status: 400, body: { error: { fields: [{ path: 'from' }] } } })
  })
})

describe('the history as a table', () => {
  it('opens in a spreadsheet of either language', async () => {
    const french = await csv('fr')
    expect(french.type).toContain('text/csv')
    // trim() would take the byte order mark away
    const lines = french.text.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^\uFEFFDemande;Action;/)
    expect(lines).toHaveLength(3)
    expect((await csv('en')).text).toMatch(/^\uFEFFRequest,Action,/)
  })

  it('holds no formula', async () => {
    const { text } = await csv('en')
    expect(text).toContain("'=cmd|1")
    expect(text.split(/[,\n]/).filter((cell) => /^"?[=+@]/.test(cell))).toEqual([])
  })
})
