import type { Alert } from '../alerts/alert.ts'
import { type Cause, causeKey, causeOf } from './cause.ts'
import type { GroupOptions } from './group-options.ts'
import { type OpenIncident, sitesOf, startOf } from './incident.ts'
import { isOutageSign, isReachability } from './reachability.ts'
import { deviceNamed, isBehind, sameName, siteNamed, type Topology } from './topology.ts'

export type Relation =
  | 'same_alert'
  | 'same_cause'
  | 'behind_core'
  | 'same_provider'
  | 'behind_site'
  | 'behind_device'
  | 'same_moment'
  | 'log_line'

/** Why an alert belongs to an open incident; undefined when it does not. */
export function relationTo(
  incident: OpenIncident,
  { alert, topology, options }: { alert: Alert; topology: Topology; options: GroupOptions },
): Relation | undefined {
  if (incident.alerts.some(({ alertKey, kind }) => alertKey === alert.alertKey && kind !== 'SYSLOG'))
    return alert.kind === 'SYSLOG' ? undefined : 'same_alert'
  const cause = causeOf(alert, topology)
  if (causeKey(cause) === causeKey(incident.cause)) return 'same_cause'
  if (alert.kind === 'SYSLOG') return isNearLog(incident, alert, topology) ? 'log_line' : undefined
  if (isOutageSign(alert) && covers(incident, { cause, topology, alert, options }))
    return coverNames[incident.cause.kind]
  return isSameMoment(incident, { alert, topology, options }) ? 'same_moment' : undefined
}

const coverNames: Record<Cause['kind'], Relation> = {
  core: 'behind_core',
  many: 'behind_core',
  monitoring: 'same_cause',
  provider: 'same_provider',
  site: 'behind_site',
  link: 'behind_site',
  device: 'behind_device',
  port: 'behind_device',
  check: 'same_moment',
}

interface Asked {
  cause: Cause
  alert: Alert
  topology: Topology
  options: GroupOptions
}

/** True when what fails stands behind the cause of the incident. */
function covers(incident: OpenIncident, { cause, alert, topology, options }: Asked): boolean {
  const { hostname } = alert.device
  const site = deviceNamed(topology, hostname)?.site
  const lateMs = Date.parse(alert.at) - startOf(incident.alerts)
  switch (incident.cause.kind) {
    case 'core':
    case 'many':
      return isReachability(alert) && lateMs <= 3 * options.sameCauseMs
    case 'provider': {
      const isKnown = sitesOf(incident.alerts, topology).some((name) => sameName(name, site))
      if (isKnown) return cause.kind !== 'link' || sameName(cause.provider, incident.cause.provider)
      return providerOf(cause, topology) === incident.cause.provider && lateMs <= 3 * options.sameCauseMs
    }
    case 'site':
      return sameName(incident.cause.site, site)
    case 'device':
    case 'port':
      return isReachability(alert) && isBehind(topology, hostname, incident.cause.device)
    default:
      return false
  }
}

function providerOf(cause: Cause, topology: Topology): string | undefined {
  if (cause.kind === 'link') return cause.provider
  return cause.kind === 'site' ? siteNamed(topology, cause.site)?.links[0]?.provider : undefined
}

/** Two devices of one site that fall together, or its power and what hangs on it. */
function isSameMoment(incident: OpenIncident, { alert, topology, options }: Omit<Asked, 'cause'>): boolean {
  const site = deviceNamed(topology, alert.device.hostname)?.site
  if (site === undefined || !isOutageSign(alert) || !incident.alerts.some(isOutageSign)) return false
  const isThere = sitesOf(incident.alerts, topology).some((name) => sameName(name, site))
  const at = Date.parse(alert.at)
  const isNear = incident.alerts.some((other) => Math.abs(Date.parse(other.at) - at) <= options.sameMomentMs)
  return isThere && isNear
}

function isNearLog(incident: OpenIncident, alert: Alert, topology: Topology): boolean {
  const { hostname } = alert.device
  if (incident.alerts.some(({ device }) => sameName(device.hostname, hostname))) return true
  const device = deviceNamed(topology, hostname)
  return (
    device !== undefined && sitesOf(incident.alerts, topology).some((name) => sameName(name, device.site))
  )
}
