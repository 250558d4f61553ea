import { type Alert, Alert as AlertSchema } from '../alerts/alert.ts'
import type { Cause } from '../group/cause.ts'
import type { OpenIncident } from '../group/incident.ts'
import type { StoredAlert, StoredIncident } from './board.store.ts'

/** An open incident while notifications are decided about. */
export interface BoardIncident extends OpenIncident {
  cause: Cause
  isFlapping: boolean
  alerts: Alert[]
}

/** What decisions look at, kept in memory as long as nobody else has decided anything. */
export interface Board {
  /** Of the desk when this was true. */
  version: bigint
  readAt: number
  incidents: Map<string, BoardIncident>
  /** Of the last hour, by the check they are about: a decision asks for no other. */
  recent: Map<string, Alert[]>
  /** By the id of their row. */
  held: Map<string, Alert>
}

/** The board as the database has it. */
export function createBoard(
  { version, now }: { version: bigint; now: Date },
  stored: { incidents: readonly StoredIncident[]; alerts: readonly StoredAlert[] },
): Board {
  const incidents = new Map(
    stored.incidents.map(({ id, cause, isFlapping, openedAt }): [string, BoardIncident] => [
      id,
      { id, cause: cause as Cause, isFlapping, openedAt: openedAt.toISOString(), alerts: [] },
    ]),
  )
  const board: Board = { version, readAt: now.getTime(), incidents, recent: new Map(), held: new Map() }
  for (const { id, alert: value, incidentId, isHeld, isRecent } of stored.alerts) {
    const alert = AlertSchema.parse(value)
    if (incidentId !== null) incidents.get(incidentId)?.alerts.push(alert)
    if (isHeld) board.held.set(id, alert)
    if (isRecent) remember(board, alert)
  }
  return board
}

/** Counts a notification among those of the last hour. */
export function remember({ recent }: Board, alert: Alert): void {
  const own = recent.get(alert.alertKey)
  if (own) own.push(alert)
  else recent.set(alert.alertKey, [alert])
}
