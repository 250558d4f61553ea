import { sitesOf } from '../group/incident.ts'
import { deviceNamed, isBehind, sameName } from '../group/topology.ts'
import type { EvidenceItem } from './evidence.ts'
import type { Gathering } from './gathering.ts'

const marginMs = 15 * 60_000

/** Planned works on what fails, that were going on when it began or had just ended. */
export function changeEvidence({ incident, facts, startedAt }: Gathering): EvidenceItem[] {
  const { topology } = facts
  const sites = sitesOf(incident.alerts, topology)
  const hosts = incident.alerts.map(({ device }) => device.hostname)
  return facts.maintenance
    .filter(({ from, to }) => Date.parse(from) <= startedAt && startedAt <= Date.parse(to) + marginMs)
    .filter(({ sites: names, devices }) => {
      if (names === undefined && devices === undefined) return true
      const isSite = names?.some((name) => sites.some((site) => sameName(site, name))) ?? false
      const isDevice = (devices ?? []).some((name) =>
        hosts.some((host) => sameName(host, name) || isBehind(topology, host, name)),
      )
      return isSite || isDevice
    })
    .map(({ id, by }) => ({
      kind: 'change',
      at: new Date(startedAt).toISOString(),
      what: 'maintenance',
      by,
      detail: id,
    }))
}

/** The watched device of a name with what the monitoring shows of it. */
export function factOf({ facts }: Pick<Gathering, 'facts'>, hostname: string) {
  const fact = facts.devices.find((device) => sameName(device.hostname, hostname))
  return { fact, watched: deviceNamed(facts.topology, hostname) }
}
