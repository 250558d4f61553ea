import { storable } from '@hub/kernel'
import type { Tx } from '@hub/prisma'
import { insertRun, type NewRun } from '../../engine/runs.store.ts'
import { keepSignal, type News } from '../../engine/signals.store.ts'
import { withdrawMerged } from '../incident/withdraw-mails.store.ts'
import type { Board } from './board.ts'
import type { Decided, DecidedAlert } from './decided.ts'
import { runIdOf, sentinelName } from './incident-id.ts'

/** Writes what was decided: rows, incidents with their runs, and news for those that have runs. */
export async function writeDecided(
  tx: Tx,
  { board, decided, runs, now }: { board: Board; decided: Decided; runs: readonly NewRun[]; now: Date },
): Promise<News[]> {
  await tx.incident.createMany({
    data: [...decided.opened.values()].map(({ id, cause, isFlapping }) => ({
      id,
      cause,
      isFlapping,
      openedAt: now,
      phase: 'detected',
    })),
  })
  const isDryRun = await readDryRun(tx)
  for (const run of runs) await insertRun(tx, { ...run, isDryRun }, now)
  await writeAlerts(tx, [...decided.alerts.values()], now)
  for (const id of decided.changed) {
    const incident = board.incidents.get(id)
    if (!incident) continue
    const { cause, isFlapping } = incident
    await tx.incident.update({ where: { id }, data: { cause, isFlapping } })
  }
  for (const merged of decided.merged) await writeMerge(tx, merged, now)
  const { version } = board
  await tx.sentinelDesk.update({ where: { id: 1 }, data: { version, lastNumber: decided.lastNumber } })
  const news = newsOf(decided, version)
  for (const one of news) await keepSignal(tx, one)
  return news
}

async function readDryRun(tx: Tx): Promise<boolean> {
  const found = await tx.workflowSwitch.findUnique({ where: { workflow: sentinelName } })
  return found?.isDryRun ?? false
}

async function writeAlerts(tx: Tx, rows: readonly DecidedAlert[], now: Date): Promise<void> {
  const json = rows.map(({ id, alert, dedupeKey, runId, heldUntil, problem, decision }) => ({
    id,
    alert,
    alert_at: alert?.at ?? null,
    dedupe_key: dedupeKey,
    run_id: runId,
    held_until: heldUntil,
    problem,
    decision,
  }))
  await tx.$executeRaw`
    UPDATE incoming_alerts a SET handled_at = ${now}, alert = nullif(d.alert, 'null'::jsonb), alert_at = d.alert_at,
      dedupe_key = d.dedupe_key, run_id = d.run_id, held_until = d.held_until, problem = d.problem,
      decision = d.decision
    FROM jsonb_to_recordset(${JSON.stringify(json, storable)}::jsonb) AS d(id uuid, alert jsonb, alert_at timestamptz,
      dedupe_key text, run_id text, held_until timestamptz, problem text, decision jsonb)
    WHERE a.id = d.id`
  await writeDuplicates(tx, rows)
}

/** What was told again while the first of it was held belongs to the incident that this one joins. */
async function writeDuplicates(tx: Tx, rows: readonly DecidedAlert[]): Promise<void> {
  const joined = rows.flatMap(({ alert, dedupeKey, runId }) =>
    alert !== null && runId !== null ? [{ key: dedupeKey, run_id: runId }] : [],
  )
  if (joined.length === 0) return
  await tx.$executeRaw`
    UPDATE incoming_alerts a SET run_id = d.run_id
    FROM jsonb_to_recordset(${JSON.stringify(joined, storable)}::jsonb) AS d(key text, run_id text)
    WHERE a.dedupe_key = d.key AND a.alert IS NULL AND a.run_id IS NULL`
}

/** One incident becomes part of another, with its notifications and the mails that it has asked for. */
async function writeMerge(tx: Tx, { id, into }: { id: string; into: string }, now: Date): Promise<void> {
  // First: from now on its own run starts no mail any more.
  await tx.incident.update({ where: { id }, data: { mergedInto: into, closedAt: now } })
  await withdrawMerged(tx, id)
  await tx.incomingAlert.updateMany({ where: { runId: runIdOf(id) }, data: { runId: runIdOf(into) } })
  await tx.$executeRaw`
    INSERT INTO incident_mails (incident_id, client, phase, run_id)
    SELECT ${into}, client, phase, run_id FROM incident_mails WHERE incident_id = ${id} ON CONFLICT DO NOTHING`
  await tx.incidentMail.deleteMany({ where: { incidentId: id } })
}

/** One piece of news per incident, however many notifications came at once: each of them can be read. */
function newsOf({ touched, merged }: Decided, version: bigint): News[] {
  const gone = new Map(merged.map(({ id, into }) => [id, into]))
  const alerts = [...touched]
    .filter((id) => !gone.has(id))
    .map((id) => ({ runId: runIdOf(id), topic: 'alert', key: String(version), body: {} }))
  const ends = [...gone].map(([id, into]) => ({
    runId: runIdOf(id),
    topic: 'merged',
    key: into,
    body: { into },
  }))
  return [...alerts, ...ends]
}
