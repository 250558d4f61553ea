import type { Alert } from '../alerts/alert.ts'
import { topicOf } from '../alerts/alert-topic.ts'
import { failing } from '../alerts/latest-state.ts'
import { type Cause, causeKey } from './cause.ts'
import type { GroupOptions } from './group-options.ts'
import { type OpenIncident, sitesOf, startOf } from './incident.ts'
import { isOutageSign, isReachability } from './reachability.ts'
import { deviceNamed, isBehind, sameName, siteNamed, type Topology } from './topology.ts'
import { lostSites } from './wide-cause.ts'

interface Asked {
  cause: Cause
  /** The notification that made the cause known. */
  alert: Alert
  topology: Topology
  options: GroupOptions
}

/** True when an open incident is a smaller view of `cause`: from the same moment, or the power that failed before. */
export function isUnder(incident: OpenIncident, asked: Asked): boolean {
  const { cause, alert, options } = asked
  if (causeKey(incident.cause) === causeKey(cause)) return false
  if (isReachability(alert) && (isFailingPowerOf(incident, asked) || isLostLinkOf(incident, cause)))
    return true
  const apartMs = Math.abs(Date.parse(alert.at) - startOf(incident.alerts))
  return apartMs <= options.sameCauseMs && isPart(incident, asked)
}

function isPart(incident: OpenIncident, { cause, alert, topology }: Asked): boolean {
  switch (cause.kind) {
    case 'core':
    case 'many':
      return incident.alerts.some(isReachability)
    case 'provider': {
      if (incident.cause.kind === 'core' || incident.cause.kind === 'many') return false
      return (
        isSiteOf(incident.cause, cause.provider, topology) ||
        lostSites(incident.alerts, topology).some(({ provider }) => provider === cause.provider)
      )
    }
    case 'site':
      return (
        isReachability(alert) &&
        ['device', 'port', 'check', 'link'].includes(incident.cause.kind) &&
        incident.alerts.some(isOutageSign) &&
        sitesOf(incident.alerts, topology).some((name) => sameName(name, cause.site))
      )
    case 'device':
      return incident.cause.kind === 'device'
        ? isBehind(topology, incident.cause.device, cause.device)
        : isHeatOf(incident, cause.device)
    default:
      return false
  }
}

/** A site may be known to be cut off by what hangs from its router alone. */
function isSiteOf(cause: Cause, provider: string, topology: Topology): boolean {
  return cause.kind === 'site' && siteNamed(topology, cause.site)?.links[0]?.provider === provider
}

/** A site that falls while its UPS is on battery falls for that, however long the battery held. */
function isFailingPowerOf({ cause, alerts }: OpenIncident, { alert, topology }: Asked): boolean {
  if (cause.kind !== 'check' || !failing(alerts).some((one) => topicOf(one) === 'power')) return false
  const site = deviceNamed(topology, alert.device.hostname)?.site
  return sitesOf(alerts, topology).some((name) => sameName(name, site))
}

/** A site that falls while one of its links is down has lost the other too. */
function isLostLinkOf(incident: OpenIncident, cause: Cause): boolean {
  return (
    cause.kind === 'site' &&
    incident.cause.kind === 'link' &&
    sameName(incident.cause.site, cause.site) &&
    failing(incident.alerts).length > 0
  )
}

/** A device that was too hot and then falls. */
function isHeatOf({ cause, alerts }: OpenIncident, device: string): boolean {
  return (
    cause.kind === 'check' &&
    sameName(cause.device, device) &&
    alerts.some((alert) => topicOf(alert) === 'temperature')
  )
}
