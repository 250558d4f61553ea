import { StandingGrant } from '@hub/contracts'
import { demoPassword } from '../../../harness/start-test-hub.ts'
import { BrokenPromise } from '../allow.ts'
import type { Arena } from '../arena.ts'
import type { AttackKind } from '../attack-kind.ts'
import { attack } from '../call.ts'

const dayMs = 24 * 3_600_000

/** Honest people give a narrow yes in advance; the attacker tries its edges. */
export const grantEdges: AttackKind = {
  name: 'edges of a grant',
  weight: 0.08,
  async run(arena) {
    const { draw, ledger, people, victims, world } = arena
    const victim = victims.find(({ name }) => name === 'mmartin')
    const [login, other] = [draw.pick(world.logins), draw.pick(world.logins)]
    if (!victim || login === other) return
    const asked = await attack(arena, victim, { name: 'ad_check_user', arguments: { login } })
    if (asked.status !== 'ok') return
    const grantId = await giveGrant(arena, login)
    const call = (name: string, args: Record<string, unknown>) =>
      attack(arena, victim, { name, arguments: args })
    const others = victims.filter(({ name, accreditation }) => name !== 'mmartin' && accreditation !== 'N0')
    const outside = [
      await call('ad_enable_account', { login: other }),
      await call('ad_disable_account', { login: other }),
      await attack(arena, draw.pick(others), { name: 'ad_enable_account', arguments: { login } }),
    ]
    const inside = await Promise.all(
      [1, 2, 3].map((ticketId) => call('ad_enable_account', { login, ticketId })),
    )
    const byGrant = [...outside, ...inside].filter(({ text }) => text.includes(grantId))
    if (outside.some(({ text }) => text.includes(grantId)))
      throw new BrokenPromise(`${grantId} answered outside its scope`)
    if (byGrant.length > 2) throw new BrokenPromise(`${grantId} answered ${byGrant.length} times`)
    await people.abenali.send('POST', `/api/safeguard/grants/${grantId}/revoke`, { reason: 'fini' })
    const grant = ledger.grants.get(grantId)
    if (grant) grant.revokedAt = new Date()
    const after = await call('ad_enable_account', { login, ticketId: 4 })
    if (after.text.includes(grantId)) throw new BrokenPromise(`${grantId} answered after it was revoked`)
  },
}

async function giveGrant({ ledger, people, victims, hub }: Arena, login: string): Promise<string> {
  const userId = victims.find(({ name }) => name === 'mmartin')?.actor?.userId ?? ''
  const targetId = guidOf(hub.estate.directory.control.find(login)?.attributes.objectGUID?.[0] ?? '')
  const input = {
    scope: {
      toolName: 'ad_enable_account',
      requester: `user:${userId}`,
      arguments: {},
      target: {},
      targetIds: [targetId],
    },
    reason: 'retour de congé du titulaire',
    maxUses: 2,
    expiresAt: new Date(Date.now() + dayMs).toISOString(),
  }
  const grant = StandingGrant.parse((await people.jdupont.send('POST', '/api/safeguard/grants', input)).body)
  ledger.grants.set(grant.grantId, {
    toolName: 'ad_enable_account',
    userId,
    targetId,
    maxUses: 2,
    revokedAt: undefined,
  })
  await people.pmoreau.send('POST', `/api/safeguard/grants/${grant.grantId}/decide`, {
    digest: grant.digest,
    decision: 'approve',
    reason: 'compte unique',
    stepUp: { method: 'password', password: demoPassword },
  })
  return grant.grantId
}

/** The first three groups of a GUID are written back to front. */
function guidOf(hex: string): string {
  const turned = (part: string) => (part.match(/../g) ?? []).reverse().join('')
  return [
    turned(hex.slice(0, 8)),
    turned(hex.slice(8, 12)),
    turned(hex.slice(12, 16)),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
