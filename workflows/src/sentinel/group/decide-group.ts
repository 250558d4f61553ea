import type { Alert } from '../alerts/alert.ts'
import { topicOf } from '../alerts/alert-topic.ts'
import { isLater } from '../alerts/latest-state.ts'
import { type Cause, causeKey, causeOf } from './cause.ts'
import { type GroupDecision, type GroupRuleName, ruleNamed } from './decision.ts'
import { changesOf } from './flapping.ts'
import { defaultGroupOptions, type GroupOptions } from './group-options.ts'
import type { MaintenanceWindow, OpenIncident } from './incident.ts'
import { isUnder } from './is-under.ts'
import { maintenanceOf } from './maintenance.ts'
import { isReachability } from './reachability.ts'
import { relationTo } from './relation.ts'
import { deviceNamed, isBehind, sameName, type Topology } from './topology.ts'
import { wideCause } from './wide-cause.ts'

/** Everything a decision looks at. */
export interface GroupState {
  now: string
  incidents: readonly OpenIncident[]
  /** Every notification of the last hour, held and joined ones too, the present one included or not. */
  recent: readonly Alert[]
  /** Alerts that wait for their decision. */
  held: readonly Alert[]
  topology: Topology
  maintenance: readonly MaintenanceWindow[]
  options?: GroupOptions
}

/**
 * Where one notification belongs. `isDue` is true when a held one is decided again. Pure: the same state gives the
 * same answer, and deciding a notification twice joins the same incident.
 */
export function decideGroup(alert: Alert, state: GroupState, { isDue = false } = {}): GroupDecision {
  const options = state.options ?? defaultGroupOptions
  const known = { alert, state, options, isDue }
  return recovery(known) ?? passing(known) ?? flapping(known) ?? joined(known) ?? opened(known)
}

interface Known {
  alert: Alert
  state: GroupState
  options: GroupOptions
  isDue: boolean
}

const because = (name: GroupRuleName) => ({ rule: ruleNamed(name) })

function recovery({ alert, state, isDue }: Known): GroupDecision | undefined {
  const own = state.incidents.find(({ alerts }) =>
    alerts.some((other) => other.alertKey === alert.alertKey && other.kind !== 'SYSLOG'),
  )
  if (alert.kind === 'RECOVER')
    return own === undefined
      ? { ignore: true, ...because('nothing_open') }
      : { join: own.id, ...because('recovers') }
  if (alert.kind === 'SYSLOG') return undefined
  const isOver = state.recent.some(
    (other) => other.alertKey === alert.alertKey && other.kind === 'RECOVER' && isLater(other, alert),
  )
  if (!isOver) return undefined
  const changes = changesWithin({ alert, state, options: state.options ?? defaultGroupOptions, isDue })
  if (changes >= (state.options ?? defaultGroupOptions).flapChanges) return undefined
  if (own !== undefined) return { join: own.id, ...because('same_alert') }
  return { ignore: true, ...because(isDue ? 'short_blip' : 'already_over') }
}

/** What never opens anything: information, and log lines that tell of no failure. */
function passing({ alert, state, options }: Known): GroupDecision | undefined {
  const topic = topicOf(alert)
  if (alert.kind === 'SYSLOG') {
    const near = state.incidents.find(
      (incident) => relationTo(incident, { alert, topology: state.topology, options }) !== undefined,
    )
    if (near !== undefined) return { join: near.id, ...because('log_line') }
    const isFailure = topic === 'power' || topic === 'temperature' || topic === 'port_down'
    const isUp = /changed state to up|restored|back on mains/i.test(alert.syslog?.message ?? '')
    if (!isFailure || isUp || alert.severity !== 'critical') return { ignore: true, ...because('log_only') }
  }
  const isQuiet = ['other', 'configuration', 'restart'].includes(topic)
  return alert.severity === 'info' && isQuiet ? { ignore: true, ...because('informational') } : undefined
}

function flapping(known: Known): GroupDecision | undefined {
  const { alert, state, options } = known
  if (alert.kind === 'SYSLOG' || changesWithin(known) < options.flapChanges) return undefined
  if (maintenanceOf(alert, { windows: state.maintenance, topology: state.topology })) return undefined
  const relation = nearest(known)
  if (relation !== undefined) return { join: relation.id, isFlapping: true, ...because('flapping') }
  return { open: { cause: causeOf(alert, state.topology), isFlapping: true }, ...because('flapping') }
}

function changesWithin({ alert, state, options }: Known): number {
  const isKnown = state.recent.some(({ dedupeKey }) => dedupeKey === alert.dedupeKey)
  return changesOf(isKnown ? state.recent : [...state.recent, alert], {
    alertKey: alert.alertKey,
    now: Date.parse(state.now),
    windowMs: options.flapWindowMs,
  })
}

function nearest({ alert, state, options }: Known) {
  const { topology } = state
  const found = state.incidents.flatMap((incident) => {
    const relation = relationTo(incident, { alert, topology, options })
    return relation === undefined ? [] : [{ id: incident.id, relation }]
  })
  return found.find(({ relation }) => relation === 'same_alert') ?? found[0]
}

function joined(known: Known): GroupDecision | undefined {
  const { alert, state, options, isDue } = known
  const relation = nearest(known)
  if (relation?.relation === 'same_alert') return { join: relation.id, ...because('same_alert') }
  const window = maintenanceOf(alert, { windows: state.maintenance, topology: state.topology })
  if (window !== undefined) {
    const until = Date.parse(window.to) + options.maintenanceGraceMs
    if (!isDue || Date.parse(state.now) < until)
      return { hold: new Date(until).toISOString(), ...because('maintenance') }
  }
  const into = state.incidents.find(({ id }) => id === relation?.id)
  if (relation !== undefined && isWidest(into)) return { join: relation.id, ...because(relation.relation) }
  const merged = widened(known)
  if (merged !== undefined) return merged
  return relation === undefined ? undefined : { join: relation.id, ...because(relation.relation) }
}

/** Nothing is wider than our core or a general outage. */
function isWidest(incident: OpenIncident | undefined): boolean {
  return incident?.cause.kind === 'core' || incident?.cause.kind === 'many'
}

/** A cause above open incidents: they become one. */
function widened(known: Known): GroupDecision | undefined {
  const { alert, state } = known
  const wide = wideOf(known)
  const cause = wide ?? causeOf(alert, state.topology)
  const covered = state.incidents.filter((incident) =>
    isUnder(incident, { cause, alert, topology: state.topology, options: known.options }),
  )
  const same = state.incidents.find((incident) => causeKey(incident.cause) === causeKey(cause))
  const all = same === undefined || covered.includes(same) ? covered : [same, ...covered]
  const [into] = all.toSorted((a, b) => a.openedAt.localeCompare(b.openedAt) || a.id.localeCompare(b.id))
  if (into === undefined || covered.length === 0) return undefined
  const merge = all.filter(({ id }) => id !== into.id).map(({ id }) => id)
  return { merge, into: into.id, cause, ...because(wide === undefined ? 'wider_cause' : wideName(wide)) }
}

const wideName = (cause: Cause) => (cause.kind === 'many' ? 'many_providers' : 'provider_outage')

function wideOf({ alert, state, options }: Known): Cause | undefined {
  const others = () =>
    [...state.incidents.flatMap(({ alerts }) => alerts), ...state.held].filter(
      ({ kind }) => kind !== 'RECOVER',
    )
  return wideCause(alert, { others, topology: state.topology, options })
}

function opened(known: Known): GroupDecision {
  const { alert, state, options, isDue } = known
  const wide = wideOf(known)
  if (wide !== undefined) return { open: { cause: wide, isFlapping: false }, ...because(wideName(wide)) }
  const until = Date.parse(alert.at) + options.settleMs
  if (!isDue && Date.parse(state.now) < until)
    return { hold: new Date(until).toISOString(), ...because('settling') }
  const above = heldAbove(alert, state)
  // What it hangs from waits too, and belongs to an incident that knows nothing of this place yet.
  const led = above && nearest({ ...known, alert: above })
  if (led !== undefined) return { join: led.id, ...because(led.relation) }
  const cause = causeOf(above ?? alert, state.topology)
  return { open: { cause, isFlapping: false }, ...because('new_cause') }
}

/** Of the alerts that wait with this one, that of the widest cause above it: the router of a switch that was told first. */
function heldAbove(alert: Alert, { held, topology }: GroupState): Alert | undefined {
  if (!isReachability(alert)) return undefined
  const site = deviceNamed(topology, alert.device.hostname)?.site
  const others = held.filter(isReachability).map((other) => ({ other, cause: causeOf(other, topology) }))
  const core = others.find(({ cause }) => cause.kind === 'core')
  const above = others.find(
    ({ other, cause }) =>
      (cause.kind === 'site' && sameName(cause.site, site)) ||
      (cause.kind === 'device' && isBehind(topology, alert.device.hostname, other.device.hostname)),
  )
  return (core ?? above)?.other
}
