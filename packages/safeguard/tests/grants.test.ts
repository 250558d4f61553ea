import { randomBytes } from 'node:crypto'
import type { AskGrantInput, UserActor } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApproval } from '../src/approvals/approval.store.ts'
import { type ActionAtHand, consumeApproval } from '../src/approvals/consume-approval.ts'
import { recordOutcome } from '../src/approvals/record-outcome.ts'
import { type ActionRequest, requestApproval } from '../src/approvals/request-approval.ts'
import { verifyAudit } from '../src/audit/verify-audit.store.ts'
import { askGrant } from '../src/grants/ask-grant.ts'
import { decideGrant } from '../src/grants/decide-grant.ts'
import { expireGrants } from '../src/grants/expire-grants.ts'
import type { GrantRow } from '../src/grants/grant.store.ts'
import { presentGrant } from '../src/grants/present-grant.ts'
import { revokeGrant } from '../src/grants/revoke-grant.ts'
import { keepSecret } from '../src/secrets/keep-secret.store.ts'
import { revealSecret } from '../src/secrets/reveal-secret.store.ts'
import { asClient, clientName, dayMs, daysFromNow, grantInput } from './grant-input.ts'
import { type OpenGate, openGate, person, policy, policyVersion, resetOf } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
  const loadedAt = new Date()
  await gate.ctx.db.policyVersion.createMany({
    data: [{ version: policyVersion, policy, loadedAt }],
    skipDuplicates: true,
  })
  await gate.ctx.db.policyState.update({ where: { id: 1 }, data: { version: policyVersion, loadedAt } })
})
afterAll(() => gate?.close())

const inDays = (days: number) => daysFromNow(gate, days)
const inputFor = (grantee: UserActor, change: Partial<AskGrantInput> = {}) =>
  grantInput(gate, grantee, change)
const refusal = (code: string, reason: string) => expect.objectContaining({ code, reason })
/** A grant in force, and the one whose requests it answers. */
async function granted(change: Partial<AskGrantInput> = {}) {
  const [grantee, asker, giver] = [person('N1'), person('N2'), person('N3')]
  const asked = await askGrant(gate.ctx, { actor: asker, input: inputFor(grantee, change) })
  const row = await decideGrant(gate.ctx, {
    grantId: asked.id,
    actor: giver,
    input: { digest: asked.digest, decision: 'approve', reason: 'Planned with the client' },
  })
  return { row, grantee, asker, giver }
}

function coveredReset(grantee: UserActor, change: Partial<ActionRequest> = {}): ActionRequest {
  const reset = resetOf({ requester: grantee })
  const attributes = { clientName, privileged: false }
  return {
    ...reset,
    arguments: { ...reset.arguments, unlock: true },
    target: { ...reset.target, attributes },
    ...change,
  }
}

const usesOf = async ({ id }: GrantRow) =>
  (await gate.ctx.db.standingGrant.findUniqueOrThrow({ where: { id } })).uses

function consume(approvalId: string, request: ActionRequest, change: Partial<ActionAtHand> = {}) {
  const { toolName, toolVersion, target } = request
  return consumeApproval(gate.ctx, {
    approvalId,
    toolName,
    toolVersion,
    arguments: request.arguments,
    target,
    policyVersion: request.policyVersion,
    executor: { type: 'workflow', name: 'safeguard', runId: approvalId },
    ...change,
  })
}

describe('a grant in force', () => {
  it('says yes at once, in the name of the one who gave it, counted and audited', async () => {
    const { row, grantee, giver } = await granted()
    const request = coveredReset(grantee)
    const approval = await requestApproval(gate.ctx, request)
    expect(approval).toMatchObject({ state: 'approved', grantId: row.id })
    expect(approval.decisions).toMatchObject([
      { kind: 'grant', userId: giver.userId, grantId: row.id, digest: approval.digest },
    ])
    expect(await usesOf(row)).toBe(1)
    const audited = await gate.ctx.db.userAuditLog.findMany({
      where: { subjectId: { in: [row.id, approval.id] } },
      orderBy: { seq: 'asc' },
    })
    expect(audited.map(({ action }) => action)).toEqual([
      'grant.request',
      'grant.approve',
      'approval.request',
      'approval.grant',
      'grant.use',
    ])
    expect((await consume(approval.id, request)).state).toBe('executing')
  })

  it('is used exactly as often as it says by fifty calls at once', async () => {
    const { row, grantee } = await granted({ maxUses: 10 })
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => requestApproval(gate.ctx, coveredReset(grantee))),
    )
    expect(asked.filter(({ state }) => state === 'approved')).toHaveLength(10)
    expect(asked.filter(({ state }) => state === 'pending')).toHaveLength(40)
    expect(await usesOf(row)).toBe(10)
  }, 60_000)

  it.each<[string, (request: ActionRequest) => Partial<ActionRequest>]>([
    ['another requester', () => ({ requester: person('N1') })],
    ['an outside client of the same person', ({ requester }) => ({ requester: asClient(requester) })],
    ['another argument', (request) => ({ arguments: { ...request.arguments, unlock: false } })],
    ['another client', ({ target }) => ({ target: { ...target, attributes: { clientName: 'Autre' } } })],
    [
      'a privileged target',
      ({ target }) => ({ target: { ...target, attributes: { clientName, privileged: true } } }),
    ],
    ['another policy', () => ({ policyVersion: '0'.repeat(16) })],
    ['L4', () => ({ level: 'L4', terms: policy.levels.L4 })],
    ['a proof of presence', () => ({ terms: { ...policy.levels.L3, stepUp: true } })],
    ['two approvals', () => ({ terms: { ...policy.levels.L3, approvals: 2 } })],
    [
      'a higher approver than the one who gave it',
      () => ({ terms: { ...policy.levels.L3, approver: 'N4' } }),
    ],
    ['another tool', () => ({ toolName: 'glpi_close_ticket' })],
  ])('does not answer %s', async (_what, change) => {
    const { row, grantee } = await granted()
    const request = coveredReset(grantee)
    const approval = await requestApproval(gate.ctx, { ...request, ...change(request) })
    expect(approval).toMatchObject({ state: 'pending', grantId: null })
    expect(await usesOf(row)).toBe(0)
  })

  it.each([
    ['left', { isActive: false }],
    ['may not give it any more', { accreditation: 'N2' }],
  ])('does not answer when the one who gave it %s', async (_how, data) => {
    const { grantee, giver } = await granted()
    await gate.ctx.db.user.update({ where: { id: giver.userId }, data })
    expect((await requestApproval(gate.ctx, coveredReset(grantee))).state).toBe('pending')
  })

  it('covers only the targets it names', async () => {
    const grantee = person('N1')
    const request = coveredReset(grantee)
    const scope = { ...inputFor(grantee).scope, targetIds: [request.target.id] }
    const asked = await askGrant(gate.ctx, { actor: person('N2'), input: inputFor(grantee, { scope }) })
    const input = { digest: asked.digest, decision: 'approve' as const, reason: 'One account' }
    await decideGrant(gate.ctx, { grantId: asked.id, actor: person('N3'), input })
    expect((await requestApproval(gate.ctx, coveredReset(grantee))).state).toBe('pending')
    expect((await requestApproval(gate.ctx, request)).state).toBe('approved')
  })

  it('answers every run of a workflow', async () => {
    const scope = { ...inputFor(person('N1')).scope, requester: 'workflow:support' }
    await granted({ scope })
    const requester = { type: 'workflow' as const, name: 'support', runId: 'r7' }
    const covered = coveredReset(person('N1'), { requester })
    expect((await requestApproval(gate.ctx, covered)).state).toBe('approved')
    const lookAlike = { ...requester, name: 'support-2' }
    expect((await requestApproval(gate.ctx, { ...covered, requester: lookAlike })).state).toBe('pending')
  })
})

it('lets the one who gave the grant see a generated password', async () => {
  const { grantee, giver } = await granted()
  const request = coveredReset(grantee)
  const { id: approvalId } = await requestApproval(gate.ctx, request)
  await consume(approvalId, request)
  const key = randomBytes(32).toString('base64url')
  await keepSecret(gate.ctx, { approvalId, key, secret: 'Genere-2026' })
  await recordOutcome(gate.ctx, {
    approvalId,
    state: 'executed',
    actor: { type: 'workflow', name: 'safeguard', runId: approvalId },
    summary: { fr: 'Fait.', en: 'Done.' },
    verification: null,
  })
  const reveal = (actor: UserActor) => revealSecret(gate.ctx, { approvalId, actor, key })
  await expect(reveal(person('N3'))).rejects.toThrow(refusal('CONFLICT', 'approval.no_secret'))
  expect(await reveal(giver)).toBe('Genere-2026')
})

describe('the last moment', () => {
  it('does not run under a grant that was revoked meanwhile', async () => {
    const { row, grantee, asker } = await granted()
    const request = coveredReset(grantee)
    const { id } = await requestApproval(gate.ctx, request)
    await revokeGrant(gate.ctx, { grantId: row.id, actor: asker, input: { reason: 'Over' } })
    await expect(consume(id, request)).rejects.toThrow(refusal('CONFLICT', 'grant.not_covering'))
    expect((await readApproval(gate.ctx.db, id)).state).toBe('approved')
  })

  it('does not run on a target that became privileged meanwhile', async () => {
    const { grantee } = await granted()
    const request = coveredReset(grantee)
    const { id } = await requestApproval(gate.ctx, request)
    const target = { ...request.target, attributes: { clientName, privileged: true } }
    await expect(consume(id, request, { target })).rejects.toThrow(refusal('CONFLICT', 'grant.not_covering'))
  })
})

describe('a grant that cannot be', () => {
  const ask = (change: Partial<AskGrantInput>, actor = person('N2')) =>
    askGrant(gate.ctx, { actor, input: inputFor(person('N1'), change) })
  const scope = (change: Partial<AskGrantInput['scope']>) => ({
    scope: { ...inputFor(person('N1')).scope, ...change },
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['asked by an N1', () => ask({}, person('N1')), 'approval.level'],
    ['of no tool', () => ask(scope({ toolName: 'ad_erase' })), 'grant.tool'],
    ['of an L2 tool', () => ask(scope({ toolName: 'ad_unlock_account', arguments: {} })), 'grant.level'],
    ['of an unknown argument', () => ask(scope({ arguments: { force: true } })), 'grant.argument'],
    ['of an inherited name', () => ask(scope({ arguments: { toString: 'x' } })), 'grant.argument'],
    ['of an argument of another kind', () => ask(scope({ arguments: { unlock: 'yes' } })), 'grant.argument'],
    ['of a misspelt fact', () => ask(scope({ target: { clientname: 'x' } })), 'grant.target'],
    ['of a fact of other targets', () => ask(scope({ target: { recipientCount: 1 } })), 'grant.target'],
    ['of privileged targets', () => ask(scope({ target: { privileged: true } })), 'grant.privileged'],
    ['for nobody', () => ask(scope({ requester: `user:${crypto.randomUUID()}` })), 'grant.requester'],
    ['for an N0', () => ask(scope({ requester: `user:${person('N0').userId}` })), 'grant.requester'],
    ['for the executor', () => ask(scope({ requester: 'workflow:safeguard' })), 'grant.requester'],
    ['over already', () => ask({ expiresAt: inDays(-1) }), 'grant.expiry'],
    ['for longer than 90 days', () => ask({ expiresAt: inDays(91) }), 'grant.expiry'],
  ])('is refused when it is %s', async (_what, attempt, reason) => {
    await expect(attempt()).rejects.toThrow(expect.objectContaining({ reason }))
  })
})

describe('the decision', () => {
  it('is of another N3, neither asker nor grantee, on the same digest, once', async () => {
    const [grantee, asker, giver] = [person('N3'), person('N3'), person('N3')]
    const asked = await askGrant(gate.ctx, { actor: asker, input: inputFor(grantee) })
    const decide = (actor: UserActor, digest = asked.digest) =>
      decideGrant(gate.ctx, {
        grantId: asked.id,
        actor,
        input: { digest, decision: 'approve', reason: 'Planned' },
      })
    await expect(decide(asker)).rejects.toThrow(refusal('FORBIDDEN', 'grant.self'))
    await expect(decide(grantee)).rejects.toThrow(refusal('FORBIDDEN', 'grant.grantee'))
    await expect(decide(person('N2'))).rejects.toThrow(refusal('FORBIDDEN', 'approval.level'))
    await expect(decide(giver, 'f'.repeat(64))).rejects.toThrow(refusal('CONFLICT', 'grant.digest'))
    const reader = (actor: UserActor) => presentGrant(asked, { actor, now: gate.ctx.clock.now() }).you
    expect([reader(asker).canDecide, reader(grantee).canDecide, reader(giver).canDecide]).toEqual([
      false,
      false,
      true,
    ])
    expect(reader(asker).why?.fr).toContain('une autre personne')
    expect((await decide(giver)).state).toBe('active')
    await expect(decide(person('N4'))).rejects.toThrow(refusal('CONFLICT', 'grant.state.active'))
  })

  it('cannot be forged in the database', async () => {
    const [grantee, asker] = [person('N3'), person('N3')]
    const asked = await askGrant(gate.ctx, { actor: asker, input: inputFor(grantee) })
    const forge = (data: object) =>
      gate.ctx.db.standingGrant.update({ where: { id: asked.id }, data: { decidedAt: new Date(), ...data } })
    for (const decidedById of [asker.userId, grantee.userId, person('N2').userId])
      await expect(forge({ state: 'active', decidedById })).rejects.toThrow('somebody else')
    await expect(forge({ maxUses: 500 })).rejects.toThrow('cannot change')
    await expect(forge({ uses: 1 })).rejects.toThrow('not to be used')
  })

  it('ends by revocation of the asker or an N3, or by time', async () => {
    const { row } = await granted()
    const revoke = (actor: UserActor) =>
      revokeGrant(gate.ctx, { grantId: row.id, actor, input: { reason: 'Over' } })
    await expect(revoke(person('N2'))).rejects.toThrow(refusal('FORBIDDEN', 'approval.level'))
    expect((await revoke(person('N3'))).state).toBe('revoked')
    await expect(revoke(person('N3'))).rejects.toThrow(refusal('CONFLICT', 'grant.state.revoked'))
    const short = await granted({ expiresAt: inDays(1) })
    gate.forward(2 * dayMs)
    expect((await requestApproval(gate.ctx, coveredReset(short.grantee))).state).toBe('pending')
    expect(await expireGrants(gate.ctx)).toContain(short.row.id)
    expect(await expireGrants(gate.ctx)).toEqual([])
    expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true })
  })
})
