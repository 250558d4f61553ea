import type { Alert } from '../alerts/alert.ts'
import { decideGroup } from '../group/decide-group.ts'
import type { GroupDecision } from '../group/decision.ts'
import type { MaintenanceWindow } from '../group/incident.ts'
import type { Topology } from '../group/topology.ts'
import type { Board, BoardIncident } from './board.ts'
import type { Decided, DecidedAlert } from './decided.ts'
import { incidentId, runIdOf } from './incident-id.ts'

export interface Deciding {
  board: Board
  decided: Decided
  topology: Topology
  maintenance: readonly MaintenanceWindow[]
  now: Date
}

/** Decides one notification and changes the board accordingly. */
export function decideOne(
  deciding: Deciding,
  { id, alert, isDue }: { id: string; alert: Alert; isDue: boolean },
): void {
  const { board, decided, topology, maintenance, now } = deciding
  board.held.delete(id)
  const decision = decideGroup(
    alert,
    {
      now: now.toISOString(),
      incidents: [...board.incidents.values()],
      recent: board.recent.get(alert.alertKey) ?? [],
      held: [...board.held.values()],
      topology,
      maintenance,
    },
    { isDue },
  )
  const incident = takeUp(deciding, { alert, decision })
  incident?.alerts.push(alert)
  if (incident) decided.touched.add(incident.id)
  if ('hold' in decision) board.held.set(id, alert)
  decided.alerts.set(id, rowOf({ id, alert, decision, incidentId: incident?.id ?? null }))
}

/** The incident that the notification joins, as it is after the decision; undefined for none. */
function takeUp(
  deciding: Deciding,
  { alert, decision }: { alert: Alert; decision: GroupDecision },
): BoardIncident | undefined {
  const { board, decided } = deciding
  if ('join' in decision) {
    const incident = known(board, decision.join)
    if (decision.isFlapping && !incident.isFlapping) {
      incident.isFlapping = true
      decided.changed.add(incident.id)
    }
    return incident
  }
  if ('open' in decision) return open(deciding, { alert, ...decision.open })
  if (!('merge' in decision)) return undefined
  const into = known(board, decision.into)
  for (const id of decision.merge) merge(deciding, { from: known(board, id), into })
  into.cause = decision.cause
  decided.changed.add(into.id)
  return into
}

function open(
  { board, decided, now }: Deciding,
  { alert, cause, isFlapping }: { alert: Alert } & Pick<BoardIncident, 'cause' | 'isFlapping'>,
): BoardIncident {
  decided.lastNumber += 1
  const id = incidentId(decided.lastNumber, now)
  const incident = { id, cause, isFlapping, openedAt: now.toISOString(), alerts: [] }
  board.incidents.set(id, incident)
  decided.opened.set(id, { id, cause, isFlapping, first: alert })
  return incident
}

function merge(
  { board, decided }: Deciding,
  { from, into }: { from: BoardIncident; into: BoardIncident },
): void {
  into.alerts = [...from.alerts, ...into.alerts]
  board.incidents.delete(from.id)
  decided.merged.push({ id: from.id, into: into.id })
  for (const row of decided.alerts.values()) if (row.runId === runIdOf(from.id)) row.runId = runIdOf(into.id)
}

function known({ incidents }: Board, id: string): BoardIncident {
  const incident = incidents.get(id)
  if (incident === undefined) throw new Error(`decided for ${id}, which is not open`)
  return incident
}

function rowOf({
  id,
  alert,
  decision,
  incidentId: incident,
}: {
  id: string
  alert: Alert
  decision: GroupDecision
  incidentId: string | null
}): DecidedAlert {
  const { rule, ...what } = decision
  const [kind = 'ignore'] = Object.keys(what)
  return {
    id,
    alert,
    dedupeKey: alert.dedupeKey,
    runId: incident === null ? null : runIdOf(incident),
    heldUntil: 'hold' in decision ? decision.hold : null,
    problem: null,
    decision: { kind, rule: rule.name, fr: rule.fr, en: rule.en },
  }
}
