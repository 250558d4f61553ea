import { storable } from '@hub/kernel'
import type { Db, Prisma, Tx } from '@hub/prisma'
import { type EndState, endStates, type RunColumns } from './ended-run.ts'
import type { RunNote } from './run-note.ts'
import { hasSignal } from './signals.store.ts'
import { needsPerson, type Wait } from './wait.ts'

const ended: string[] = [...endStates]
const open = { notIn: ended }

export interface NewRun {
  /** Names what started it, so that the same thing twice is one run. */
  id: string
  workflow: string
  title: string
  input: Prisma.InputJsonValue
  clientName?: string | undefined
  ticketId?: number | undefined
}

/** @returns false when the run exists */
export async function insertRun(
  db: Db | Tx,
  run: NewRun & { isDryRun: boolean },
  now: Date,
): Promise<boolean> {
  const { id, workflow, title, input, clientName = null, ticketId = null, isDryRun } = run
  const count = await db.$executeRaw`
    INSERT INTO workflow_runs
      (id, workflow, title, input, turn, client_name, ticket_id, is_dry_run, created_at, updated_at)
    VALUES (${id}, ${workflow}, ${title}, ${JSON.stringify(input)}::jsonb, ${clientName ?? '-'}, ${clientName},
      ${ticketId}, ${isDryRun}, ${now}, ${now})
    ON CONFLICT (id) DO NOTHING`
  return count === 1
}

export interface QueuedRun {
  id: string
  workflow: string
  turn: string
  input: unknown
}

/** Runs that nobody has given to the engine yet, or whose giving was cut short, oldest first. */
export function findQueued(db: Db, { before, limit }: { before: Date; limit: number }): Promise<QueuedRun[]> {
  return db.workflowRun.findMany({
    where: { state: 'queued', updatedAt: { lte: before } },
    orderBy: { createdAt: 'asc' },
    take: limit,
    select: { id: true, workflow: true, turn: true, input: true },
  })
}

/** Runs that the engine has already, and that wait for their turn there: not to be asked about again at once. */
export async function noteGiven(db: Db, ids: readonly string[], now: Date): Promise<void> {
  await db.workflowRun.updateMany({
    where: { id: { in: [...ids] }, state: 'queued' },
    data: { updatedAt: now },
  })
}

/** How long who claims runs has for them, in milliseconds. */
const claimMs = 10_000

/** Takes runs, so that of several workers one goes on with each. @returns those that were free */
export async function claimRuns(db: Db, ids: readonly string[], now: Date): Promise<string[]> {
  const claimed = await db.workflowRun.updateManyAndReturn({
    where: { id: { in: [...ids] }, updatedAt: { lt: new Date(now.getTime() - claimMs) } },
    data: { updatedAt: now },
    select: { id: true },
  })
  return claimed.map(({ id }) => id)
}

/** Takes a run that still waits to be given to the engine. @returns false when another worker has, or it goes on */
export async function claimQueued(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.workflowRun.updateMany({
    where: { id, state: 'queued', updatedAt: { lt: new Date(now.getTime() - claimMs) } },
    data: { updatedAt: now },
  })
  return count === 1
}

export interface SilentRun {
  id: string
  workflow: string
  turn: string
}

/** Runs that are at work and have told nothing since `before`, the longest silent first. */
export function findSilent(db: Db, { before, limit }: { before: Date; limit: number }): Promise<SilentRun[]> {
  return db.workflowRun.findMany({
    where: { state: 'running', endedAt: null, updatedAt: { lt: before } },
    orderBy: { updatedAt: 'asc' },
    take: limit,
    select: { id: true, workflow: true, turn: true },
  })
}

/** Says that a run is at work. @returns whether it may write; null when it has ended */
export async function beginRun(db: Db, id: string, now: Date): Promise<{ isDryRun: boolean } | null> {
  const [run] = await db.$queryRaw<{ isDryRun: boolean }[]>`
    UPDATE workflow_runs
    SET state = 'running', waiting_for = NULL, wait_topics = '{}', wait_until = NULL, updated_at = ${now}
    WHERE id = ${id} AND state <> ALL(${ended}::text[])
    RETURNING is_dry_run AS "isDryRun"`
  return run ?? null
}

/** Puts a run to sleep. @returns false when there is news already, or it has ended */
export async function parkRun(
  tx: Tx,
  id: string,
  { wait, number, now }: { wait: Wait; number: number; now: Date },
): Promise<boolean> {
  await tx.$executeRaw`SELECT 1 FROM workflow_runs WHERE id = ${id} FOR UPDATE`
  if (await hasSignal(tx, { runId: id, number, topics: wait.topics })) return false
  const { count } = await tx.workflowRun.updateMany({
    where: { id, state: open },
    data: {
      state: needsPerson(wait) ? 'parked' : 'waiting',
      waitingFor: wait.reason as Prisma.InputJsonObject,
      waitTopics: [...wait.topics],
      waitUntil: wait.until,
      updatedAt: now,
    },
  })
  return count === 1
}

/** Takes a sleeping run for waking, so that of several only one does it. */
export async function claimWaking(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.workflowRun.updateMany({
    where: { id, state: { in: ['waiting', 'parked'] } },
    data: { state: 'queued', updatedAt: now },
  })
  return count === 1
}

/** Sleeping runs whose time has come, or that have news. */
export async function findDue(db: Db, now: Date, limit: number): Promise<{ id: string }[]> {
  return db.$queryRaw<{ id: string }[]>`
    (SELECT id FROM workflow_runs WHERE state = 'waiting' AND wait_until <= ${now} LIMIT ${limit})
    UNION
    (SELECT r.id FROM workflow_signals s JOIN workflow_runs r ON r.id = s.run_id
     WHERE s.taken_by IS NULL AND r.ended_at IS NULL AND r.state IN ('waiting', 'parked')
       AND s.topic = ANY(r.wait_topics) LIMIT ${limit})`
}

/** Adds facts to a run; what a run that has ended still tells is dropped. */
export async function noteRun(
  db: Db | Tx,
  id: string,
  { note, now }: { note: RunNote; now: Date },
): Promise<void> {
  const { facts, ...columns } = note
  await db.workflowRun.updateMany({ where: { id, state: open }, data: { ...columns, updatedAt: now } })
  if (!facts) return
  await db.$executeRaw`
    UPDATE workflow_runs SET facts = facts || ${JSON.stringify(facts, storable)}::jsonb WHERE id = ${id}`
}

export async function isOpenRun(db: Db, id: string): Promise<boolean> {
  return (await db.workflowRun.count({ where: { id, state: open } })) === 1
}

/** Ends a run that has not ended. @returns whether this ended it */
export async function endRun(
  db: Db | Tx,
  id: string,
  end: { state: EndState; problem?: Prisma.InputJsonObject; now: Date },
): Promise<boolean> {
  const { state, problem, now } = end
  const why = problem === undefined ? null : JSON.stringify(problem)
  const count = await db.$executeRaw`
    UPDATE workflow_runs
    SET state = ${state}, problem = coalesce(${why}::jsonb, problem), waiting_for = NULL, wait_topics = '{}',
      wait_until = NULL, ended_at = ${now}, updated_at = ${now}
    WHERE id = ${id} AND state <> ALL(${ended}::text[])`
  return count === 1
}

/** What a run has told of itself so far. */
export function readColumns(tx: Tx, id: string): Promise<RunColumns> {
  return tx.workflowRun.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      workflow: true,
      isDryRun: true,
      ticketId: true,
      clientName: true,
      phase: true,
      category: true,
      verdict: true,
      confidence: true,
      autoResolved: true,
      facts: true,
      createdAt: true,
    },
  })
}
