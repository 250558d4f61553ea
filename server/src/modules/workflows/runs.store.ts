import { switchOf, workflowParts } from '@hub/contracts'
import type { Db, Prisma, Tx } from '@hub/prisma'

const openStates: string[] = ['queued', 'running', 'waiting', 'parked']
/** Not to have ended is said as well: an index has just these runs. */
const isOpen = { state: { in: openStates }, endedAt: null }

export type RunRow = Prisma.WorkflowRunGetPayload<object>

export interface RunsFilter {
  workflow?: string | undefined
  state?: string | undefined
  search?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
  before?: { at: Date; id: string } | undefined
  limit: number
}

/** Runs that fit, newest first. */
export function findRuns(db: Db, filter: RunsFilter): Promise<RunRow[]> {
  const { workflow, state, search, from, to, before, limit } = filter
  const all: Prisma.WorkflowRunWhereInput[] = [
    { ...(workflow && { workflow: { in: withParts(workflow) } }), ...(state && ofState(state)) },
    { createdAt: { ...(from && { gte: from }), ...(to && { lt: to }) } },
  ]
  if (search) all.push(searched(search))
  if (before)
    all.push({ OR: [{ createdAt: { lt: before.at } }, { createdAt: before.at, id: { lt: before.id } }] })
  return db.workflowRun.findMany({
    where: { AND: all },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
}

function ofState(state: string): Prisma.WorkflowRunWhereInput {
  if (state === 'open') return isOpen
  return { state, ...(openStates.includes(state) && { endedAt: null }) }
}

const withParts = (workflow: string) => [
  workflow,
  ...Object.keys(workflowParts).filter((part) => switchOf(part) === workflow),
]

function searched(search: string): Prisma.WorkflowRunWhereInput {
  const contains = { contains: search, mode: 'insensitive' as const }
  const number = /^#?(\d{1,9})$/.exec(search)?.[1]
  return {
    OR: [{ title: contains }, { clientName: contains }, ...(number ? [{ ticketId: Number(number) }] : [])],
  }
}

export function readRun(db: Db | Tx, id: string): Promise<RunRow | null> {
  return db.workflowRun.findUnique({ where: { id } })
}

const withPerson = { user: { select: { displayName: true } } } as const
export type CommandRow = Prisma.WorkflowCommandGetPayload<{ include: typeof withPerson }>

/** What people wanted done with a run, oldest first. */
export function findCommands(db: Db, runId: string): Promise<CommandRow[]> {
  return db.workflowCommand.findMany({ where: { runId }, orderBy: { at: 'asc' }, include: withPerson })
}

export interface AlertRow {
  id: string
  source: string
  title: string | null
  device: string | null
  receivedAt: Date
}

/** The newest notifications that belong to a run, each with the little that names it: bodies may be large. */
export function findAlerts(db: Db, runId: string): Promise<AlertRow[]> {
  return db.$queryRaw<AlertRow[]>`
    SELECT id::text, source, left(coalesce(body->>'TITLE', body->>'title'), 300) AS title,
      left(coalesce(body->>'DEVICE_HOSTNAME', body->>'hostname'), 200) AS device, received_at AS "receivedAt"
    FROM incoming_alerts WHERE run_id = ${runId} ORDER BY received_at DESC, id DESC LIMIT 100`
}

export function insertCommand(
  tx: Tx,
  command: {
    runId: string
    kind: string
    step?: number | undefined
    reason?: string | undefined
    userId: string
    at: Date
  },
): Promise<CommandRow> {
  const { step = null, reason = null, ...rest } = command
  return tx.workflowCommand.create({ data: { ...rest, step, reason }, include: withPerson })
}

/** Whether somebody already wants something done with a run. */
export async function hasOpenCommand(tx: Tx, runId: string): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM workflow_runs WHERE id = ${runId} FOR UPDATE`
  return (
    (await tx.workflowCommand.findFirst({ where: { runId, doneAt: null }, select: { id: true } })) !== null
  )
}

/** How many runs of each workflow are in each state that is not an end. */
export async function countOpen(db: Db): Promise<{ workflow: string; state: string; count: number }[]> {
  const rows = await db.workflowRun.groupBy({
    by: ['workflow', 'state'],
    where: isOpen,
    _count: true,
  })
  return rows.map(({ workflow, state, _count: count }) => ({ workflow, state, count }))
}

/** Whether a run of a workflow waits to begin, is at work, or rests. */
export async function hasOpenRun(tx: Tx, workflow: string): Promise<boolean> {
  return (await tx.workflowRun.findFirst({ where: { workflow, ...isOpen }, select: { id: true } })) !== null
}

/** A run that a worker begins; one of a workflow that is on trial is a trial for its whole life. */
export async function insertRun(
  tx: Tx,
  run: { id: string; workflow: string; title: string; input: Prisma.InputJsonObject; at: Date },
): Promise<void> {
  const { at, ...columns } = run
  const switched = await tx.workflowSwitch.findUnique({ where: { workflow: run.workflow } })
  const isDryRun = switched?.isDryRun ?? false
  await tx.workflowRun.create({ data: { ...columns, turn: '-', isDryRun, createdAt: at, updatedAt: at } })
}
