import { randomUUID } from 'node:crypto'
import type { UserActor } from '@hub/contracts'
import { createLogger, createMemoryBus, systemClock } from '@hub/kernel'
import { approveRequest, readApproval, rejectRequest, type SafeguardContext } from '@hub/safeguard'
import type { TestMcp } from './start-test-mcp.ts'

const log = createLogger({ name: 'test', level: 'silent' })

/** The gate's verbs on the database of a test. */
export function verbsOn(mcp: TestMcp): SafeguardContext {
  return { db: mcp.db, bus: createMemoryBus(log), clock: systemClock, log }
}

/** A person of the Hub: the gate asks the database what they may. */
export async function addPerson(mcp: TestMcp, accreditation: UserActor['accreditation']): Promise<UserActor> {
  const userId = randomUUID()
  const login = `${accreditation.toLowerCase()}-${userId.slice(0, 8)}`
  const person = { login, displayName: login, accreditation }
  await mcp.db.user.create({ data: { id: userId, ...person, passwordHash: 'none' } })
  return { type: 'user', userId, ...person }
}

/** As many people of N2 as the request needs say yes. */
export async function sayYes(mcp: TestMcp, approvalId: string): Promise<void> {
  const { digest, requiredApprovals } = await readApproval(mcp.db, approvalId)
  for (let given = 0; given < requiredApprovals; given++) {
    const actor = await addPerson(mcp, 'N2')
    await approveRequest(verbsOn(mcp), { approvalId, actor, input: { digest } })
  }
}

/** Somebody of N2 says no. */
export async function sayNo(mcp: TestMcp, approvalId: string, reason: string): Promise<void> {
  const { digest } = await readApproval(mcp.db, approvalId)
  const actor = await addPerson(mcp, 'N2')
  await rejectRequest(verbsOn(mcp), { approvalId, actor, input: { digest, reason } })
}
