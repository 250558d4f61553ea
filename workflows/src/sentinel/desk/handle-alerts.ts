import { AlertDetected } from '@hub/contracts'
import { type Change, inTransaction } from '@hub/safeguard'
import type { WorkflowsContext } from '../../context.ts'
import type { NewRun } from '../../engine/runs.store.ts'
import type { News } from '../../engine/signals.store.ts'
import { clientsOf } from '../group/incident.ts'
import { isReachability } from '../group/reachability.ts'
import type { Topology } from '../group/topology.ts'
import { causeTitle } from '../texts/cause-text.ts'
import { findDueHeld, findKnown, findNew, lockDesk, readBoard } from './board.store.ts'
import { type Board, createBoard, remember } from './board.ts'
import { type Deciding, decideOne } from './decide-one.ts'
import { writeDecided } from './decided.store.ts'
import type { Decided } from './decided.ts'
import { runIdOf, sentinelName } from './incident-id.ts'
import { readMaintenance } from './maintenance.store.ts'
import { duplicate, readNew, unreadable } from './read-new.ts'

const batch = 200
/** A board is read again after this long, so that it does not grow for ever, in milliseconds. */
const boardLifeMs = 10 * 60_000
const severalSites: ReadonlySet<string> = new Set(['provider', 'many', 'core'])

/** What came of one look; null when another worker is at the desk. */
export interface Handled {
  board: Board
  runs: NewRun[]
  news: News[]
  /** Whether there may be more to do at once. */
  isMore: boolean
}

/**
 * Decides what is new and what was held until now, in one transaction with everything that follows from it.
 * @param before the board of the last look in this process
 */
export async function handleAlerts(
  ctx: WorkflowsContext,
  { topology, before }: { topology: Topology; before: Board | null },
): Promise<Handled | null> {
  return inTransaction(ctx, async (change) => {
    const { tx, now } = change
    const desk = await lockDesk(tx)
    if (desk === null) return null
    const isFresh = before?.version === desk.version && now.getTime() - before.readAt < boardLifeMs
    const board = isFresh ? before : createBoard({ version: desk.version, now }, await readBoard(tx, now))
    const decided: Decided = {
      alerts: new Map(),
      opened: new Map(),
      changed: new Set(),
      touched: new Set(),
      merged: [],
      lastNumber: desk.lastNumber,
    }
    const deciding = { board, decided, topology, maintenance: await readMaintenance(tx, now), now }
    const isMore = await decideNew(change, deciding)
    if (!isMore) await decideHeld(change, deciding)
    takeAlong(deciding)
    if (decided.alerts.size === 0) return { board, runs: [], news: [], isMore: false }
    board.version = desk.version + 1n
    const runs = runsOf(deciding)
    const news = await writeDecided(tx, { board, decided, runs, now })
    tellOpened(change, deciding)
    return { board, runs, news, isMore }
  })
}

/** @returns whether there may be more */
async function decideNew({ tx }: Change, deciding: Deciding): Promise<boolean> {
  const { board, decided } = deciding
  const rows = (await findNew(tx, batch)).map(readNew)
  const keys = rows.flatMap((row) => ('alert' in row ? [row.alert.dedupeKey] : []))
  const known = await findKnown(tx, keys)
  for (const row of rows) {
    if ('problem' in row) {
      decided.alerts.set(row.id, unreadable(row.id, row.problem))
      continue
    }
    const { id, alert } = row
    const of = known.get(alert.dedupeKey)
    if (of) {
      decided.alerts.set(id, duplicate(id, { ...of, dedupeKey: alert.dedupeKey }))
      continue
    }
    remember(board, alert)
    decideOne(deciding, { id, alert, isDue: false })
    known.set(alert.dedupeKey, { id, runId: decided.alerts.get(id)?.runId ?? null })
  }
  return rows.length === batch
}

async function decideHeld({ tx, now }: Change, deciding: Deciding): Promise<void> {
  for (const id of await findDueHeld(tx, now, batch)) {
    const alert = deciding.board.held.get(id)
    if (alert) decideOne(deciding, { id, alert, isDue: true })
  }
}

/** What waits joins an incident of several sites at once, so that it is told whole from its beginning. */
function takeAlong(deciding: Deciding): void {
  const { board, decided } = deciding
  const known = [...decided.opened.keys(), ...decided.changed]
  const isWide = known.some((id) => severalSites.has(board.incidents.get(id)?.cause.kind ?? ''))
  if (!isWide) return
  for (const [id, alert] of [...board.held]) decideOne(deciding, { id, alert, isDue: false })
}

function runsOf({ board, decided, topology }: Deciding): NewRun[] {
  return [...decided.opened.values()].map(({ id, first, ...opened }) => {
    const incident = board.incidents.get(id)
    const alerts = incident?.alerts ?? [first]
    const { cause, isFlapping } = incident ?? opened
    const [client, ...others] = clientsOf(alerts, topology)
    const what = causeTitle(cause, { isFlapping, isCut: alerts.some(isReachability) })
    return {
      id: runIdOf(id),
      workflow: sentinelName,
      title: `${id} – ${what.fr}`,
      input: { incidentId: id },
      ...(client !== undefined && others.length === 0 && { clientName: client }),
    }
  })
}

function tellOpened(change: Change, { decided, topology, now }: Deciding): void {
  for (const { id, first } of decided.opened.values()) {
    const clients = clientsOf([first], topology)
    const data = AlertDetected.parse({
      incidentId: id,
      runId: runIdOf(id),
      client: clients[0] ?? null,
      clients,
      device: first.device.hostname,
      durationMs: Math.max(0, now.getTime() - Date.parse(first.at)),
      phase: 'detected',
      ...{ verdict: null, confidence: null, ticketId: null, autoResolved: null },
    })
    change.emit('workflow:alert_detected', data)
  }
}
