import { setTimeout as wait } from 'node:timers/promises'
import { readApproval } from '@hub/safeguard'
import { BrokenPromise } from './allow.ts'
import type { Arena } from './arena.ts'
import { checkRecords } from './check-records.ts'
import { addTo } from './ledger.ts'
import { lettersOf } from './world.ts'

const longestMs = 30_000

/** What was read of the Hub's own records so far. */
export interface Progress {
  executions: Set<string>
  decisions: Set<string>
  /** Decisions before this instant were all looked at. */
  decidedSince: Date
  lastRank: bigint
  reports: Map<string, number>
  /** Calls of the outside client, by tool and end. */
  outside: Map<string, number>
}

export const newProgress = (): Progress => ({
  executions: new Set(),
  decisions: new Set(),
  decidedSince: new Date(0),
  lastRank: 0n,
  reports: new Map(),
  outside: new Map(),
})

/**
 * Waits until nothing is under way, then compares what the systems show with what was allowed.
 * @throws BrokenPromise naming the difference
 */
export async function settle(arena: Arena, progress: Progress): Promise<void> {
  const until = Date.now() + longestMs
  let difference: string[] = []
  do {
    await readExecutions(arena, progress)
    difference = await differences(arena)
    if (difference.length === 0) break
    await wait(100)
  } while (Date.now() < until)
  if (difference.length > 0) throw new BrokenPromise(difference.join('\n'))
  await checkDecisions(arena, progress)
  await checkRecords(arena, progress.outside)
}

async function differences({ hub, world, ledger }: Arena): Promise<string[]> {
  const open = await hub.db.approval.count({ where: { state: { in: ['approved', 'executing'] } } })
  const effects = await world.effects(ledger.planted)
  const names = new Set([...effects.keys(), ...ledger.allowed.keys()])
  const found = open > 0 ? [`${open} approved requests have no end`] : []
  for (const name of names) {
    const [seen, allowed] = [effects.get(name) ?? 0, ledger.allowed.get(name) ?? 0]
    const most = allowed + (ledger.possible.get(name) ?? 0)
    if (seen < allowed || seen > most) found.push(`${name}: seen ${seen}, allowed ${allowed} to ${most}`)
  }
  for (const { id, field, value } of world.changedTickets())
    if (field !== 'name' || !ledger.titles.get(id)?.has(String(value)))
      found.push(`ticket ${id} has another ${field}: ${value}`)
  for (const alert of world.changedAlerts())
    if (!ledger.alerts.has(alert)) found.push(`alert ${alert} changed`)
  return found
}

/** What the executor did: each within a yes of people, and each allows one effect. */
async function readExecutions(arena: Arena, progress: Progress): Promise<void> {
  const rows = await arena.hub.db.toolExecution.findMany({
    where: { rank: { gt: progress.lastRank - 1_000n }, status: 'ok', actorKey: { startsWith: 'workflow:' } },
  })
  for (const row of rows) {
    if (progress.executions.has(row.id)) continue
    progress.executions.add(row.id)
    if (row.rank > progress.lastRank) progress.lastRank = row.rank
    const told = row.data as Record<string, unknown> | null
    const data = told ?? {}
    const args = row.arguments as Record<string, unknown>
    if (row.actorKey.startsWith('workflow:safeguard-report:')) {
      addTo(progress.reports, row.actorKey)
      if ((progress.reports.get(row.actorKey) ?? 0) > 1)
        throw new BrokenPromise(`${row.actorKey} reported twice`)
      allowFollowup(arena, args, data)
    } else if (row.approvalId) await allowExecuted(arena, row.approvalId, told)
  }
}

function allowFollowup(
  { ledger }: Arena,
  args: Record<string, unknown>,
  data: Record<string, unknown>,
): void {
  const isPrivate = args.isPrivate === false ? 0 : 1
  addTo(
    ledger.allowed,
    `followup ${data.followupId} ${args.ticketId} ${isPrivate} ${lettersOf(args.content)}`,
  )
}

/** The effect of one executed request: of what a person saw, or within a grant as it was given. */
async function allowExecuted(arena: Arena, id: string, told: Record<string, unknown> | null): Promise<void> {
  const { hub, ledger } = arena
  const data = told ?? {}
  const counted = told ? ledger.allowed : ledger.possible
  const row = await readApproval(hub.db, id)
  const args = row.arguments as Record<string, unknown>
  const targetId = String((row.target as { id?: unknown }).id)
  const yes = ledger.saidYes.get(id)
  if (row.grantId !== null) {
    allowByGrant(arena, { id, grantId: row.grantId, toolName: row.toolName, targetId, at: row.decidedAt })
    if (data.changed !== false)
      addTo(counted, `ad modify userAccountControl ${arena.world.dnOf(String(args.login))}`)
    return
  }
  if (!yes) throw new BrokenPromise(`${id} was executed and nobody said yes`)
  if (yes.toolName !== row.toolName || yes.targetId !== targetId || !isSame(yes.arguments, args))
    throw new BrokenPromise(`${id} is not what was shown: ${JSON.stringify([yes, args, targetId])}`)
  if (yes.effect && data.changed !== false) addTo(counted, yes.effect)
  if (row.toolName === 'glpi_add_followup') allowFollowup(arena, args, data)
  if (row.toolName === 'mail_notify_client')
    addTo(ledger.allowed, `mail ${/#\d+/.exec(String(args.subject))?.[0] ?? args.subject}`)
}

function allowByGrant(
  { ledger }: Arena,
  used: { id: string; grantId: string; toolName: string; targetId: string; at: Date | null },
): void {
  const grant = ledger.grants.get(used.grantId)
  const isCovered =
    grant !== undefined &&
    grant.toolName === used.toolName &&
    grant.targetId === used.targetId &&
    grant.maxUses > 0 &&
    used.at !== null &&
    (grant.revokedAt === undefined || used.at <= grant.revokedAt)
  if (!isCovered) throw new BrokenPromise(`${used.id} was executed outside grant ${used.grantId}`)
  grant.maxUses -= 1
}

const isSame = (one: unknown, other: unknown) => sorted(one) === sorted(other)
const sorted = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  )

/** Every decision on record is one that an honest person meant. */
async function checkDecisions({ hub, ledger, people }: Arena, progress: Progress): Promise<void> {
  const logins = new Map((await hub.db.user.findMany()).map(({ id, login }) => [id, login]))
  const rows = await hub.db.approvalDecision.findMany({ where: { at: { gte: progress.decidedSince } } })
  progress.decidedSince = new Date(Date.now() - longestMs)
  for (const { id, kind, userId, approvalId, grantId } of rows) {
    if (progress.decisions.has(id)) continue
    progress.decisions.add(id)
    const login = logins.get(userId) ?? userId
    const isMeant = grantId ? ledger.grants.has(grantId) : ledger.meant.has(`${kind} ${login} ${approvalId}`)
    if (!isMeant || !(login in people))
      throw new BrokenPromise(`${kind} of ${login} on ${approvalId} was meant by nobody`)
  }
}
