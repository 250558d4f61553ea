import type { UserActor } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../src/audit/verify-audit.store.ts'
import { askGrant } from '../src/grants/ask-grant.ts'
import { decideGrant } from '../src/grants/decide-grant.ts'
import { expireGrants } from '../src/grants/expire-grants.ts'
import type { GrantRow } from '../src/grants/grant.store.ts'
import { presentGrant } from '../src/grants/present-grant.ts'
import { revokeGrant } from '../src/grants/revoke-grant.ts'
import { withdrawGrant } from '../src/grants/withdraw-grant.ts'
import { dayMs, daysFromNow, grantInput } from './grant-input.ts'
import { type OpenGate, openGate, person, policy, policyVersion } from './open-gate.ts'

let gate: OpenGate
beforeAll(async () => {
  gate = await openGate()
  const loadedAt = new Date()
  await gate.ctx.db.policyVersion.create({ data: { version: policyVersion, policy, loadedAt } })
  await gate.ctx.db.policyState.update({ where: { id: 1 }, data: { version: policyVersion, loadedAt } })
})
afterAll(() => gate?.close())

const refusal = (code: string, reason: string) => expect.objectContaining({ code, reason })

/** A grant that waits for its decision, and who asked for it. */
async function waiting(days = 1): Promise<{ row: GrantRow; asker: UserActor }> {
  const asker = person('N2')
  const input = grantInput(gate, person('N1'), { expiresAt: daysFromNow(gate, days) })
  return { row: await askGrant(gate.ctx, { actor: asker, input }), asker }
}
const withdraw = ({ id: grantId }: GrantRow, actor: UserActor) => withdrawGrant(gate.ctx, { grantId, actor })
const decide = ({ id: grantId, digest }: GrantRow, decision: 'approve' | 'reject' = 'approve') =>
  decideGrant(gate.ctx, { grantId, actor: person('N3'), input: { digest, decision, reason: 'Planned' } })
const mayWithdraw = (row: GrantRow, actor: UserActor) =>
  presentGrant(row, { actor, now: gate.ctx.clock.now() }).you.canWithdraw

describe('the one who asked for a grant', () => {
  it('takes it back while it waits: told, audited, over for good', async () => {
    const { row, asker } = await waiting()
    expect(mayWithdraw(row, asker)).toBe(true)
    const withdrawn = await withdraw(row, asker)
    expect(withdrawn).toMatchObject({ state: 'withdrawn', revokedById: asker.userId, decidedById: null })
    expect(mayWithdraw(withdrawn, asker)).toBe(false)
    expect(presentGrant(withdrawn, { actor: asker, now: gate.ctx.clock.now() }).revokedBy).toMatchObject({
      userId: asker.userId,
    })
    const audited = await gate.ctx.db.userAuditLog.findMany({
      where: { subjectId: row.id },
      orderBy: { seq: 'asc' },
    })
    expect(audited.map(({ action }) => action)).toEqual(['grant.request', 'grant.withdraw'])
    expect(gate.events.filter(({ data }) => data.grantId === row.id).at(-1)).toMatchObject({
      type: 'safeguard:grant_changed',
      data: { state: 'withdrawn' },
    })
    const over = refusal('CONFLICT', 'grant.state.withdrawn')
    await expect(withdraw(row, asker)).rejects.toThrow(over)
    await expect(decide(row)).rejects.toThrow(over)
    const revoke = revokeGrant(gate.ctx, { grantId: row.id, actor: person('N3'), input: { reason: 'Over' } })
    await expect(revoke).rejects.toThrow(over)
    gate.forward(2 * dayMs)
    expect(await expireGrants(gate.ctx)).not.toContain(row.id)
    expect(await verifyAudit(gate.ctx.db)).toMatchObject({ isIntact: true })
  })

  it('is the only one who can', async () => {
    const { row } = await waiting()
    for (const actor of [person('N2'), person('N4')]) {
      expect(mayWithdraw(row, actor)).toBe(false)
      await expect(withdraw(row, actor)).rejects.toThrow(refusal('FORBIDDEN', 'grant.not_asker'))
    }
  })

  it('cannot any more once they left, once it is decided, or once its time is over', async () => {
    const [left, given, refused, late] = [await waiting(), await waiting(), await waiting(), await waiting()]
    await gate.ctx.db.user.update({ where: { id: left.asker.userId }, data: { isActive: false } })
    await expect(withdraw(left.row, left.asker)).rejects.toThrow()
    await decide(given.row)
    await expect(withdraw(given.row, given.asker)).rejects.toThrow(refusal('CONFLICT', 'grant.state.active'))
    await decide(refused.row, 'reject')
    await expect(withdraw(refused.row, refused.asker)).rejects.toThrow(
      refusal('CONFLICT', 'grant.state.rejected'),
    )
    gate.forward(2 * dayMs)
    expect(mayWithdraw(late.row, late.asker)).toBe(false)
    await expect(withdraw(late.row, late.asker)).rejects.toThrow(refusal('CONFLICT', 'grant.state.expired'))
  })

  it('or the one who decides: exactly one of two at the same instant', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { row, asker } = await waiting()
      const both = await Promise.allSettled([withdraw(row, asker), decide(row)])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    }
  })
})

describe('the database', () => {
  const write = ({ id }: GrantRow, data: object) =>
    gate.ctx.db.standingGrant.update({ where: { id }, data: { revokedByName: 'x', ...data } })
  const asIfBy = (revokedById: string, revokedAt = gate.ctx.clock.now()) => ({
    state: 'withdrawn',
    revokedById,
    revokedAt,
  })

  it('lets nobody else withdraw it, and not without saying who and when', async () => {
    const { row, asker } = await waiting()
    await expect(write(row, asIfBy(person('N4').userId))).rejects.toThrow('who asked for it withdraws it')
    await expect(write(row, { state: 'withdrawn' })).rejects.toThrow('who asked for it withdraws it')
    await expect(write(row, asIfBy(asker.userId, row.expiresAt))).rejects.toThrow('while it waits')
    await expect(write(row, { revokedById: asker.userId })).rejects.toThrow('what was revoked cannot change')
    await expect(write(row, asIfBy(asker.userId))).resolves.toMatchObject({ state: 'withdrawn' })
  })

  it('takes none back that is decided, and revives none', async () => {
    const [given, gone] = [await waiting(), await waiting()]
    await decide(given.row)
    await expect(write(given.row, asIfBy(given.asker.userId))).rejects.toThrow('P0001')
    await withdraw(gone.row, gone.asker)
    for (const state of ['requested', 'active', 'rejected', 'revoked', 'expired'])
      await expect(
        gate.ctx.db.standingGrant.update({ where: { id: gone.row.id }, data: { state } }),
      ).rejects.toThrow(`withdrawn cannot become ${state}`)
  })
})
