import { randomUUID } from 'node:crypto'
import { Approval } from '@hub/contracts'
import { createLogger, signAssertion } from '@hub/kernel'
import { recordOutcome, verifyAudit } from '@hub/safeguard'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { actorOf, callTool } from './harness/call-tool.ts'
import { createMovableClock } from './harness/movable-clock.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

const clock = createMovableClock()
const log = createLogger({ name: 'test', level: 'silent' })
let hub: TestHub
const people: Record<string, ApiClient> = {}
beforeAll(async () => {
  hub = await startTestHub({ withoutWorkflows: true, clock })
  for (const login of ['mmartin', 'jdupont', 'slegrand', 'abenali']) people[login] = await signIn(hub, login)
})
afterAll(() => hub?.close())

const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const refused = (status: number, reason: string) => ({ status, body: { error: { reason } } })
const verbs = () => ({ db: hub.db, bus: hub.bus, clock, log })
const read = async (id: string) => Approval.parse((await as('jdupont').get(`/api/safeguard/${id}`)).body)
const post = (login: string, id: string, verb: string, body?: object) =>
  as(login).send('POST', `/api/safeguard/${id}/${verb}`, body)

/** Tickets that are open, and never twice. */
const openTickets = () =>
  hub.estate.glpi.rows('Ticket').filter(({ status, is_deleted }) => Number(status) < 5 && !is_deleted)
let taken = 0
const nextTicket = () => Number(openTickets()[taken++]?.id)

const closing = (ticketId = nextTicket()) => ({ name: 'glpi_close_ticket', arguments: { ticketId } })
type Undo = { toolName: string; arguments: Record<string, unknown> }

/** A call that mmartin asked for and jdupont approved, at its end; a close of a ticket unless told. */
async function ended(
  state: 'executed' | 'unknown',
  call: { name: string; arguments: Record<string, unknown> } = closing(),
  undo?: Undo,
): Promise<Approval> {
  const answer = await callTool(hub, { actor: await actorOf(hub, 'mmartin'), locale: 'fr' }, call)
  const id = ('outcome' in answer && answer.outcome.approval?.approvalId) || ''
  const { digest } = await read(id)
  expect((await post('jdupont', id, 'approve', { digest })).status).toBe(200)
  const now = clock.now()
  await hub.db.approval.update({
    where: { id },
    data: { state: 'executing', executingAt: now, aliveAt: now },
  })
  const actor = { type: 'workflow' as const, name: 'safeguard', runId: id }
  const summary = { fr: 'Fin.', en: 'End.' }
  const sentence = { fr: 'Annuler', en: 'Take back' }
  const offered = undo && { ...undo, sentence }
  await recordOutcome(verbs(), { approvalId: id, actor, state, summary, verification: null, undo: offered })
  return read(id)
}

describe('an unknown outcome', () => {
  it('is settled by another look, for who could decide on it', async () => {
    const closed = hub.estate.glpi.rows('Ticket').find(({ status }) => Number(status) === 6)
    const { approvalId } = await ended('unknown', closing(Number(closed?.id)))
    expect(await post('mmartin', approvalId, 'reconcile')).toMatchObject(refused(403, 'approval.self'))
    const answer = await post('slegrand', approvalId, 'reconcile')
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'executed', outcome: { verification: { status: 'verified' } } },
    })
    expect(await post('slegrand', approvalId, 'reconcile')).toMatchObject(refused(409, 'outcome.known'))
  })

  it('is not called failed while the write may still land', async () => {
    const { approvalId } = await ended('unknown')
    expect(await post('slegrand', approvalId, 'reconcile')).toMatchObject({ body: { state: 'unknown' } })
    clock.forward(6 * 60_000)
    expect(await post('slegrand', approvalId, 'reconcile')).toMatchObject({ body: { state: 'failed' } })
  })

  it('is looked at once a minute, whoever asks and however often', async () => {
    const { approvalId } = await ended('unknown')
    const looks = () =>
      hub.db.userAuditLog.count({ where: { subjectId: approvalId, action: 'approval.reconcile' } })
    const clicks = await Promise.all(
      ['slegrand', 'abenali', 'slegrand'].map((login) => post(login, approvalId, 'reconcile')),
    )
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 429, 429])
    const late = clicks.find(({ status }) => status === 429)
    expect(late?.body).toMatchObject({
      error: { reason: 'outcome.looked', message: expect.stringMatching(/réessayez dans \d+ s/) },
    })
    expect(await looks()).toBe(1)
    clock.forward(61_000)
    expect((await post('abenali', approvalId, 'reconcile')).status).toBe(200)
    expect(await looks()).toBe(2)
  })

  it('is settled by the verdict of a person, never of the requester', async () => {
    const { approvalId, digest } = await ended('unknown')
    const verdict = { digest, verdict: 'executed', reason: 'Seen in GLPI' }
    expect(await post('mmartin', approvalId, 'verdict', verdict)).toMatchObject(refused(403, 'approval.self'))
    expect((await read(approvalId)).you.canSettle).toBe(true)
    const answer = await post('abenali', approvalId, 'verdict', verdict)
    expect(answer).toMatchObject({ status: 200, body: { state: 'executed' } })
    expect((await read(approvalId)).decisions.at(-1)).toMatchObject({ kind: 'verdict', verdict: 'executed' })
  })

  it('cannot be looked at past the server', async () => {
    const { approvalId } = await ended('unknown')
    const url = new URL(`/approvals/${approvalId}/reconcile`, hub.mcpUrl)
    const secret = String(hub.env.MCP_ASSERTION_SECRET)
    const actor = await actorOf(hub, 'abenali')
    const service = { type: 'workflow' as const, name: 'safeguard', runId: approvalId }
    const tokens = [
      hub.mcpApiKey,
      signAssertion(secret, { actor, locale: 'fr' }),
      signAssertion(secret, { actor, locale: 'fr', approvalId: 'APR-2026-000001' }),
      signAssertion(secret, { actor: service, locale: 'fr', approvalId }),
    ]
    for (const token of tokens) {
      const answer = await fetch(url, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
      expect(answer.status).toBe(403)
    }
    expect((await fetch(url, { method: 'POST' })).status).toBe(401)
    expect((await read(approvalId)).state).toBe('unknown')
  })
})

describe('taking an effect back', () => {
  /** An executed call whose outcome offers this one, as a tool with an `undo` leaves it. */
  const undoable = async (call: { name: string; arguments: Record<string, unknown> }, undo: Undo) =>
    (await ended('executed', call, undo)).approvalId
  const disable = { name: 'ad_disable_account', arguments: { login: 'lucas.perrin' } }
  const unlock = { toolName: 'ad_unlock_account', arguments: { login: 'lucas.perrin' } }

  it('runs a small write once, in the name of the one who clicked', async () => {
    await hub.estate.directory.control.lock('lucas.perrin')
    const id = await undoable(disable, unlock)
    expect((await read(id)).you.canUndo).toBe(true)
    const seenByN1 = await as('mmartin').get(`/api/safeguard/${id}`)
    expect(Approval.parse(seenByN1.body).you.canUndo).toBe(false)
    expect(await post('mmartin', id, 'undo')).toMatchObject({
      status: 403,
      body: { error: { reason: 'tool.told', message: expect.stringContaining('N2') } },
    })
    const clicks = await Promise.all(
      ['jdupont', 'slegrand', 'abenali'].map((login) => post(login, id, 'undo')),
    )
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const done = clicks.find(({ status }) => status === 200)
    expect(done?.body).toMatchObject({ status: 'ok', approvalId: null, summary: { fr: expect.any(String) } })
    expect((await read(id)).you.canUndo).toBe(false)
    expect(await post('jdupont', id, 'undo')).toMatchObject(refused(409, 'undo.already'))
  })

  it('asks for an approval like any other, says what it takes back, and is offered again after a no', async () => {
    const ticketId = nextTicket()
    const args = { ticketId, content: 'Rouvert par erreur, nous revenons vers vous.', isPrivate: false }
    const id = await undoable(closing(ticketId), { toolName: 'glpi_add_followup', arguments: args })
    const answer = await post('jdupont', id, 'undo')
    expect(answer.body).toMatchObject({
      status: 'approval_required',
      approvalId: expect.stringMatching(/^APR-/),
    })
    const asked = await read(String(answer.body.approvalId))
    expect(asked).toMatchObject({ undoOf: id, state: 'pending', requestedBy: { login: 'jdupont' } })
    expect(asked.context.evidence[0]?.en).toContain(id)
    expect((await post('jdupont', asked.approvalId, 'approve', asked)).status).not.toBe(200)
    const no = { digest: asked.digest, reason: 'It was right' }
    expect((await post('slegrand', asked.approvalId, 'reject', no)).status).toBe(200)
    expect((await read(id)).you.canUndo).toBe(true)
  })

  it('runs an approved undo once, though two people asked for it', async () => {
    const ticketId = nextTicket()
    const args = { ticketId, content: 'Merci de ne pas en tenir compte.', isPrivate: false }
    const id = await undoable(closing(ticketId), { toolName: 'glpi_add_followup', arguments: args })
    const ids: string[] = []
    for (const login of ['jdupont', 'slegrand'])
      ids.push(String((await post(login, id, 'undo')).body.approvalId))
    for (const undo of ids) {
      const { digest } = await read(undo)
      expect((await post('abenali', undo, 'approve', { digest })).status).toBe(200)
    }
    const answers = []
    for (const approvalId of ids) {
      const actor = { type: 'workflow' as const, name: 'safeguard', runId: approvalId }
      const call = { name: 'glpi_add_followup', arguments: args }
      answers.push(await callTool(hub, { actor, locale: 'fr', approvalId }, call))
    }
    expect(answers[0]).toMatchObject({ outcome: { approval: { state: 'executed' } } })
    expect(answers[1]).toMatchObject({ status: 'denied', reason: 'undo.already' })
    expect((await read(String(ids[1]))).state).toBe('approved')
    expect((await read(id)).you.canUndo).toBe(false)
  })

  it('cannot be claimed for another call, or where nothing can be taken back', async () => {
    const id = await undoable(disable, unlock)
    const call = { name: 'ad_unlock_account', arguments: { login: 'jean.dupont' } }
    const assertion = { actor: await actorOf(hub, 'jdupont'), locale: 'fr' as const, undoOf: id }
    expect(await callTool(hub, assertion, call)).toMatchObject({ status: 'denied', reason: 'undo.other' })
    const workflow = { type: 'workflow' as const, name: 'support', runId: randomUUID() }
    const machine = { actor: workflow, locale: 'fr' as const, undoOf: id }
    const same = { name: unlock.toolName, arguments: unlock.arguments }
    expect(await callTool(hub, machine, same)).toMatchObject({ status: 'denied', reason: 'undo.other' })
    const elsewhere = await undoable(closing(), unlock)
    expect(await post('jdupont', elsewhere, 'undo')).toMatchObject(refused(409, 'undo.other_target'))
    expect((await read(elsewhere)).undoneBy).toBeNull()
    const { approvalId } = await ended('executed')
    expect(await post('jdupont', approvalId, 'undo')).toMatchObject(refused(409, 'undo.none'))
  })
})

it('has written all of that in an intact chain', async () => {
  expect(await verifyAudit(hub.db)).toMatchObject({ isIntact: true })
})
