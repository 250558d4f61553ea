import type { Alert } from '../alerts/alert.ts'
import { topicOf } from '../alerts/alert-topic.ts'
import { deviceNamed, type Site, sameName, siteNamed, type Topology, type WatchedDevice } from './topology.ts'

/**
 * What an incident is about: one cause is one incident. `many` is several providers at once, `core` is ours,
 * `monitoring` is a gap in our data, which hides nothing behind it.
 */
export type Cause =
  | { kind: 'core' }
  | { kind: 'many' }
  | { kind: 'monitoring' }
  | { kind: 'provider'; provider: string }
  | { kind: 'site'; site: string }
  | { kind: 'link'; site: string; provider: string }
  | { kind: 'device'; device: string; site: string | null }
  | { kind: 'port'; device: string; port: string; site: string | null }
  | { kind: 'check'; device: string; alertKey: string; site: string | null }

/** One text for one cause; names without case. */
export function causeKey(cause: Cause): string {
  switch (cause.kind) {
    case 'core':
    case 'many':
    case 'monitoring':
      return cause.kind
    case 'provider':
      return `provider:${cause.provider.toLowerCase()}`
    case 'site':
      return `site:${cause.site.toLowerCase()}`
    case 'link':
      return `link:${cause.site.toLowerCase()}:${cause.provider.toLowerCase()}`
    case 'device':
      return `device:${cause.device.toLowerCase()}`
    case 'port':
      return `port:${cause.device.toLowerCase()}:${cause.port.toLowerCase()}`
    case 'check':
      return `check:${cause.device.toLowerCase()}:${cause.alertKey}`
  }
}

/** The nearest cause of one alert alone, before other alerts are looked at. */
export function causeOf(alert: Alert, topology: Topology): Cause {
  const hostname = alert.device.hostname
  const device = deviceNamed(topology, hostname)
  const site = siteNamed(topology, device?.site)
  const topic = topicOf(alert)
  const at = { device: hostname, site: device?.site ?? null }
  if (topic === 'poller') return { kind: 'monitoring' }
  if (topic === 'device_down') return downCause({ hostname, device, site })
  if (topic === 'port_down') return portCause(alert, { device, site, topology })
  const isOfPort = topic === 'saturated' || topic === 'port_errors'
  if (isOfPort && site !== undefined && isLinkPort(site, hostname, alert.entity.name))
    return linkCause(site, hostname, alert.entity.name)
  const isOfLink = topic === 'loss' || topic === 'session'
  if (isOfLink && site !== undefined && device?.role === 'edge') return linkCause(site, hostname)
  return { kind: 'check', ...at, alertKey: alert.alertKey }
}

interface Place {
  hostname: string
  device: WatchedDevice | undefined
  site: Site | undefined
}

function downCause({ hostname, device, site }: Place): Cause {
  if (device?.role === 'core') return { kind: 'core' }
  if (device?.role === 'edge' && site !== undefined) return linkCause(site, hostname)
  return { kind: 'device', device: hostname, site: device?.site ?? null }
}

/** The way out by that device: the whole site when there is no other. */
function linkCause(site: Site, hostname: string, port?: string): Cause {
  const own = site.links.filter((link) => sameName(link.device, hostname))
  const lost = port === undefined ? own : own.filter((link) => sameName(link.port, port))
  const [first] = lost
  if (first === undefined || lost.length === site.links.length) return { kind: 'site', site: site.name }
  return { kind: 'link', site: site.name, provider: first.provider }
}

function portCause(
  alert: Alert,
  {
    device,
    site,
    topology,
  }: { device: WatchedDevice | undefined; site: Site | undefined; topology: Topology },
): Cause {
  const { hostname } = alert.device
  const port = portOf(alert)
  if (site !== undefined && isLinkPort(site, hostname, port)) return linkCause(site, hostname, port)
  const child = topology.devices.find(
    (other) => sameName(other.parent, hostname) && sameName(other.parentPort, port),
  )
  if (child !== undefined) return { kind: 'device', device: child.hostname, site: child.site }
  return { kind: 'port', device: hostname, port, site: device?.site ?? null }
}

function isLinkPort(site: Site, hostname: string, port: string): boolean {
  return site.links.some((link) => sameName(link.device, hostname) && sameName(link.port, port))
}

/** The port an alert is about: the entity, or the one a log line names. */
export function portOf({ entity, syslog }: Alert): string {
  const [, named] = /interface ([\w/.-]+)/i.exec(syslog?.message ?? '') ?? []
  return syslog !== null && named !== undefined ? named : entity.name
}
