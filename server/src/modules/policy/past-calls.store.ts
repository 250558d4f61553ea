import { Actor, ApprovalContext, toolCatalog } from '@hub/contracts'
import { type Db, Prisma } from '@hub/prisma'
import type { PolicyQuestion } from '@hub/safeguard'
import { z } from 'zod'

/** A call that was really made, with the facts of its time. */
export interface PastCall {
  kind: 'approval' | 'execution'
  id: string
  targetName: string
  question: PolicyQuestion
}

/** Targets of any time: systems come and go. */
const Target = z.object({
  name: z.string(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
const Arguments = z.record(z.string(), z.unknown())
const Weighing = z.object({ at: z.iso.datetime() })

/**
 * What was asked of SAFEGUARD or done without a request since then, newest first.
 * @returns at most `limit` calls, and whether there were more
 */
export async function findPastCalls(
  db: Db,
  { since, limit }: { since: Date; limit: number },
): Promise<{ calls: PastCall[]; limited: boolean }> {
  const found = await Promise.all([findApprovals(db, since, limit + 1), findEffects(db, since, limit + 1)])
  const calls = found.flat().toSorted((a, b) => b.question.at.getTime() - a.question.at.getTime())
  return { calls: calls.slice(0, limit), limited: calls.length > limit }
}

async function findApprovals(db: Db, since: Date, take: number): Promise<PastCall[]> {
  const rows = await db.approval.findMany({
    where: { createdAt: { gte: since } },
    select: {
      id: true,
      toolName: true,
      arguments: true,
      target: true,
      requestedBy: true,
      context: true,
      weighing: true,
      createdAt: true,
    },
    orderBy: { createdAt: 'desc' },
    take,
  })
  return rows.flatMap((row) => {
    const { clientName } = ApprovalContext.pick({ clientName: true }).parse(row.context)
    const weighed = Weighing.safeParse(row.weighing)
    const at = weighed.success ? new Date(weighed.data.at) : row.createdAt
    return toCall('approval', { ...row, actor: row.requestedBy, clientName, at })
  })
}

/** Effects that needed no approval, and calls that were refused; not what the executor tried. */
async function findEffects(db: Db, since: Date, take: number): Promise<PastCall[]> {
  const rows = await db.toolExecution.findMany({
    where: {
      startedAt: { gte: since },
      target: { not: Prisma.DbNull },
      approvalId: null,
      NOT: { actorKey: { startsWith: 'workflow:safeguard:' } },
    },
    select: { id: true, toolName: true, arguments: true, target: true, actor: true, startedAt: true },
    orderBy: { startedAt: 'desc' },
    take,
  })
  return rows.flatMap((row) => toCall('execution', { ...row, clientName: null, at: row.startedAt }))
}

/** Nothing for a tool that is gone. */
function toCall(
  kind: PastCall['kind'],
  row: {
    id: string
    toolName: string
    arguments: unknown
    target: unknown
    actor: unknown
    clientName: string | null
    at: Date
  },
): PastCall[] {
  const { id, toolName, clientName, at } = row
  const level = toolCatalog.get(toolName)?.level
  if (!level) return []
  const target = Target.parse(row.target)
  const requester = Actor.parse(row.actor).type
  const args = Arguments.parse(row.arguments)
  const question = { toolName, level, arguments: args, target, requester, clientName, at }
  return [{ kind, id, targetName: target.name, question }]
}
