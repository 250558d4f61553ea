import type { Accreditation, Actor, UserActor } from '@hub/contracts'
import { createDelegation } from '../../src/delegations/create-delegation.ts'
import { type OpenGate, person } from '../../tests/open-gate.ts'
import type { Role } from './cells.ts'

const outsider: Actor = { type: 'mcp-client', clientId: 'api-key', name: 'MCP', accreditation: 'N4' }

/** Who plays each role, the same in every cell; `second` completes the setup of requests of two approvals. */
export interface Cast {
  of: Record<Role, Actor>
  user(role: Role): UserActor
  second: UserActor
}

/** Chooses the people: the requester and everybody who must be refused hold as much as they can. */
export async function castRoles(gate: OpenGate): Promise<Cast> {
  const { db } = gate.ctx
  const of: Record<Role, Actor> = {
    requester: person('N4'),
    requesterDelegate: person('N4'),
    N0: person('N0'),
    N1: person('N1'),
    N2: person('N2'),
    N3: person('N3'),
    N4: person('N4'),
    approverAlready: person('N4'),
    deactivated: person('N4'),
    grantGiver: person('N3'),
    workflow: { type: 'workflow', name: 'support', runId: 'r1' },
    mcpClient: outsider,
    executor: { type: 'workflow', name: 'safeguard', runId: 'r1' },
  }
  const user = (role: Role): UserActor => {
    const actor = of[role]
    if (actor.type !== 'user') throw new Error(`${role} is no person`)
    return actor
  }
  const now = gate.ctx.clock.now().getTime()
  const [startsAt, endsAt] = [now, now + 24 * 3_600_000].map((at) => new Date(at).toISOString())
  await createDelegation(gate.ctx, {
    actor: user('requester'),
    input: { toUserId: user('requesterDelegate').userId, startsAt: startsAt ?? '', endsAt: endsAt ?? '' },
  })
  await db.user.update({ where: { id: user('deactivated').userId }, data: { isActive: false } })
  return { of, user, second: person('N3') }
}

/** What a forger would write as the accreditation of a role. */
export function claimedLevel(actor: Actor): Accreditation {
  return actor.type === 'user' || actor.type === 'mcp-client' ? actor.accreditation : 'N4'
}
