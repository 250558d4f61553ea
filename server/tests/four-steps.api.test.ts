import { Approval, ApprovalPage, type StreamEvent } from '@hub/contracts'
import { verifyAudit } from '@hub/safeguard'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let technician: ApiClient
let approver: ApiClient
beforeAll(async () => {
  hub = await startTestHub()
  technician = await signIn(hub, 'mmartin')
  approver = await signIn(hub, 'jdupont')
})
afterAll(() => hub?.close())

const textOf = (events: StreamEvent[]) =>
  events.map((event) => (event.type === 'delta' ? event.text : '')).join('')
const toolsOf = (events: StreamEvent[]) =>
  events.flatMap((event) => (event.type === 'tool_call' ? [event.tool] : []))

async function askReset(login: string): Promise<Approval> {
  const events = await technician.ask({ content: `Réinitialise le mot de passe de ${login}, ticket 1234` })
  const asked = events.find((event) => event.type === 'tool_result' && event.status === 'approval_required')
  if (asked?.type !== 'tool_result') throw new Error(`no approval: ${textOf(events)}`)
  return Approval.parse((await approver.get(`/api/safeguard/${asked.approvalId}`)).body)
}

describe('the main job', () => {
  it('answers with the figures it read', async () => {
    const events = await technician.ask({ content: 'Quel est l’état du switch de la Clinique St-Jean ?' })
    expect(toolsOf(events)).toEqual(
      expect.arrayContaining([
        'glpi_search_client',
        'observium_get_device_status',
        'memory_search_similar_cases',
      ]),
    )
    expect(textOf(events)).toMatch(/SWITCH-CLIN-STJEAN/)
    expect(textOf(events)).toMatch(/24\/24/)
    expect(events.at(-1)).toMatchObject({ type: 'done', status: 'complete' })
  })

  it('resets a password after a human yes, verifies it, and writes it down', async () => {
    const approval = await askReset('jean.dupont')
    expect(approval).toMatchObject({
      state: 'pending',
      securityLevel: 'L3',
      context: { ticketId: 1234, clientName: 'EHPAD Les Jardins' },
      you: { canDecide: true },
    })
    expect(hub.estate.directory.control.writes()).toEqual([])
    const path = `/api/safeguard/${approval.approvalId}`
    await approver.send('POST', `${path}/approve`, { digest: approval.digest })
    const done = await vi.waitFor(
      async () => {
        const read = Approval.parse((await approver.get(path)).body)
        expect(read.state).toBe('executed')
        return read
      },
      { timeout: 10_000 },
    )
    expect(done.outcome?.verification?.status).toBe('verified')
    const { body } = await approver.send('POST', `${path}/secret`)
    expect(await hub.estate.directory.control.passwordMatches('jean.dupont', String(body.secret))).toBe(true)
    expect(hub.logs.join('')).not.toContain(String(body.secret))
    const again = await technician.send('POST', `${path}/secret`)
    expect(again.status).toBe(409)
    expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
  })

  it('tells the conversation and the ticket', async () => {
    const row = await hub.db.approval.findFirstOrThrow({ where: { state: 'executed' } })
    const path = `/api/chat/conversations/${row.conversationId}/messages`
    await vi.waitFor(
      async () => {
        const { body } = await technician.get(path)
        expect(body.items).toContainEqual(expect.objectContaining({ kind: 'outcome', approvalId: row.id }))
        const reported = await hub.db.approval.findUniqueOrThrow({ where: { id: row.id } })
        expect(reported.reportedAt).not.toBeNull()
      },
      { timeout: 10_000 },
    )
    const events = await technician.ask({ content: 'ticket 1234' })
    expect(textOf(events)).toContain(row.id)
  })

  it('refuses the requester, a second yes, another digest and an unknown request', async () => {
    const approval = await askReset('marie.martin')
    const path = `/api/safeguard/${approval.approvalId}/approve`
    const { digest } = approval
    const own = await technician.send('POST', path, { digest })
    expect(own).toMatchObject({ status: 403, body: { error: { reason: 'approval.self' } } })
    const other = await approver.send('POST', path, { digest: 'f'.repeat(64) })
    expect(other).toMatchObject({ status: 409, body: { error: { reason: 'approval.digest' } } })
    const answers = await Promise.all([1, 2, 3].map(() => approver.send('POST', path, { digest })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    const unknown = await approver.send('POST', '/api/safeguard/APR-2026-999999/approve', { digest })
    expect(unknown.status).toBe(404)
    const page = ApprovalPage.parse((await approver.get('/api/safeguard/history')).body)
    expect(page.items.map((item) => item.approvalId)).toContain(approval.approvalId)
  })
})
