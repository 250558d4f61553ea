import { randomUUID } from 'node:crypto'
import { Accreditation } from '@hub/contracts'
import { createLogger, createMemoryBus, signAssertion, systemClock } from '@hub/kernel'
import { approveRequest, readApproval } from '@hub/safeguard'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { type McpClient, openClient, textOf } from './open-client.ts'
import type { TestMcp } from './start-test-mcp.ts'

export interface GatedCall {
  tool: string
  args: Record<string, unknown>
}

/** Asks for a gated call and gives the id of its request. Throws when it is refused at once. */
export async function ask(client: McpClient, { tool, args }: GatedCall): Promise<string> {
  const result = await client.call(tool, args)
  if (result.isError) throw new Error(textOf(result))
  return (result.structuredContent as { approval: { approvalId: string } }).approval.approvalId
}

/** As many people as the request needs look at its preview and say yes, through the real verb. */
export async function approve({ db }: TestMcp, approvalId: string): Promise<void> {
  const log = createLogger({ name: 'test', level: 'silent' })
  const ctx = { db, log, bus: createMemoryBus(log), clock: systemClock }
  const row = await readApproval(db, approvalId)
  const accreditation = Accreditation.parse(row.approverLevel)
  for (let given = 0; given < row.requiredApprovals; given++) {
    const login = `approver-${randomUUID()}`
    const person = { login, displayName: login, accreditation }
    const { id: userId } = await db.user.create({ data: { ...person, passwordHash: 'none' } })
    const now = new Date()
    const seen = { openedAt: now, lookingUntil: now, previewSeenAt: now, seenDigest: row.digest }
    await db.approvalView.create({ data: { approvalId, userId, displayName: login, ...seen } })
    const input = { digest: row.digest, reason: 'test' }
    await approveRequest(ctx, {
      approvalId,
      actor: { type: 'user', userId, ...person },
      input,
      provedBy: 'password',
    })
  }
}

/** The executor uses the approval. */
export async function execute(
  mcp: TestMcp,
  approvalId: string,
  { tool, args }: GatedCall,
): Promise<CallToolResult> {
  const actor = { type: 'workflow', name: 'safeguard', runId: approvalId } as const
  const token = signAssertion(mcp.assertionSecret, { actor, locale: 'fr', approvalId })
  const executor = await openClient(mcp.url, token)
  try {
    return await executor.call(tool, args)
  } finally {
    await executor.client.close()
  }
}
