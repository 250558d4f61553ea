import { portOf } from '../group/cause.ts'
import { sitesOf } from '../group/incident.ts'
import { isReachability } from '../group/reachability.ts'
import { deviceNamed, sameName, siteNamed } from '../group/topology.ts'
import type { EvidenceItem } from './evidence.ts'
import type { PortsFact } from './facts.ts'
import { factOf } from './from-changes.ts'
import { answersSince, lastLook } from './from-devices.ts'
import type { Gathering } from './gathering.ts'

type Port = PortsFact['ports'][number]

/** The ports that matter: the ways out of the sites, and those that lead to what fails. */
export function portEvidence(gathering: Gathering): EvidenceItem[] {
  return [...uplinkItems(gathering), ...accessItems(gathering)]
}

function uplinkItems(gathering: Gathering): EvidenceItem[] {
  const { incident, facts } = gathering
  const { cause } = incident
  const links = sitesOf(incident.alerts, facts.topology)
    .flatMap((name) => siteNamed(facts.topology, name)?.links ?? [])
    .filter(({ provider }) => cause.kind !== 'link' || sameName(provider, cause.provider))
  return links.flatMap(({ device, port }) => {
    const found = portNamed(gathering, device, port)
    if (found === undefined) return []
    const of = { device, port: found.port.name, at: found.at }
    const bitsPerSecond = (found.port.inBitsPerSecond ?? 0) + (found.port.outBitsPerSecond ?? 0)
    const isReached = answersSince(factOf(gathering, device).fact, gathering)
    const traffic: EvidenceItem[] =
      found.port.inBitsPerSecond === null ? [] : [{ kind: 'uplink_traffic', ...of, bitsPerSecond }]
    return [
      ...traffic,
      ...troubleItems(found.port, of),
      { kind: 'uplink_port', ...of, state: found.port.state, isReached } as const,
    ]
  })
}

/** The ports that alerts name, and those of a parent that lead to a device that is down. */
function accessItems(gathering: Gathering): EvidenceItem[] {
  const { incident, facts } = gathering
  const named = incident.alerts
    .filter(({ entity, syslog }) => entity.type === 'port' || syslog !== null)
    .map((alert) => ({ device: alert.device.hostname, port: portOf(alert) }))
  const leading = incident.alerts.filter(isReachability).flatMap(({ device }) => {
    const watched = deviceNamed(facts.topology, device.hostname)
    if (watched === undefined || watched.parent === null || watched.parentPort === null) return []
    return [{ device: watched.parent, port: watched.parentPort }]
  })
  return [...named, ...leading].flatMap(({ device, port }) => {
    const found = portNamed(gathering, device, port)
    if (found === undefined || isUplink(gathering, device, port)) return []
    if (!answersSince(factOf(gathering, device).fact, gathering)) return []
    const of = { device, port: found.port.name, at: found.at }
    return [{ kind: 'access_port', ...of, state: found.port.state } as const, ...troubleItems(found.port, of)]
  })
}

function isUplink({ facts }: Gathering, device: string, port: string): boolean {
  const site = siteNamed(facts.topology, deviceNamed(facts.topology, device)?.site)
  return site?.links.some((link) => sameName(link.device, device) && sameName(link.port, port)) ?? false
}

function troubleItems(port: Port, of: { device: string; port: string; at: string }): EvidenceItem[] {
  const errors: EvidenceItem[] = port.problems.includes('errors')
    ? [{ kind: 'line_errors', ...of, perSecond: port.errorsPerSecond ?? 0 }]
    : []
  return port.problems.includes('saturated') ? [...errors, { kind: 'saturated', ...of }] : errors
}

function portNamed(
  gathering: Gathering,
  device: string,
  name: string | null,
): { port: Port; at: string } | undefined {
  const fact = gathering.facts.ports.find((ports) => sameName(ports.device, device))
  const port = fact?.ports.find((each) => sameName(each.name, name))
  return port && { port, at: fact?.lastPolledAt ?? lastLook(gathering) }
}
