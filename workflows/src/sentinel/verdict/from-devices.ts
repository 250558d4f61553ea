import { topicOf } from '../alerts/alert-topic.ts'
import { sameName, siteNamed } from '../group/topology.ts'
import type { EvidenceItem } from './evidence.ts'
import type { DeviceFact } from './facts.ts'
import { factOf } from './from-changes.ts'
import type { Gathering } from './gathering.ts'

const slackMs = 10 * 60_000
const pollSlackMs = 60_000

/** How far one gets, why, and what the devices tell once they are back. */
export function deviceEvidence(gathering: Gathering): EvidenceItem[] {
  return downHosts(gathering).flatMap((host) => [
    ...hopItems(host, gathering),
    ...reasonItems(host, gathering),
    ...uptimeItems(host, gathering),
  ])
}

function downHosts({ incident }: Gathering): string[] {
  const names = incident.alerts
    .filter((alert) => ['device_down', 'no_snmp', 'no_name'].includes(topicOf(alert)))
    .map(({ device }) => device.hostname)
  return [...new Set(names)]
}

/** When the monitoring last looked at anything: what it calls down is not newer than that. */
export function lastLook({ facts }: Pick<Gathering, 'facts'>): string {
  const polls = facts.devices.flatMap(({ lastPolledAt }) => lastPolledAt ?? [])
  return polls.toSorted().at(-1) ?? facts.now
}

/** True for a device that answered after the incident began. */
export function answersSince(fact: DeviceFact | undefined, { startedAt }: Gathering): fact is DeviceFact {
  if (fact === undefined || fact.state !== 'up' || fact.lastPolledAt === null) return false
  return Date.parse(fact.lastPolledAt) >= startedAt - pollSlackMs
}

function hopItems(host: string, gathering: Gathering): EvidenceItem[] {
  const { facts } = gathering
  const { fact, watched } = factOf(gathering, host)
  if (fact === undefined || watched === undefined || fact.state !== 'down') return []
  const core = facts.topology.devices.filter(({ role }) => role === 'core')
  const coreFacts = core.map(({ hostname }) => factOf(gathering, hostname).fact)
  if (watched.role !== 'core' && coreFacts.some((each) => each?.state === 'down'))
    return [{ kind: 'hop', at: lastLook(gathering), reached: 'nothing', device: host }]
  const parent = watched.parent === null ? undefined : factOf(gathering, watched.parent).fact
  if (answersSince(parent, gathering))
    return [{ kind: 'hop', at: parent.lastPolledAt ?? facts.now, reached: 'parent', device: host }]
  const edge = edgesOf(watched.site, gathering).find((each) => answersSince(each, gathering))
  if (edge !== undefined && !sameName(edge.hostname, host))
    return [{ kind: 'hop', at: edge.lastPolledAt ?? facts.now, reached: 'edge', device: host }]
  const isCoreSeen = coreFacts.some((each) => answersSince(each, gathering))
  return isCoreSeen ? [{ kind: 'hop', at: lastLook(gathering), reached: 'core', device: host }] : []
}

function edgesOf(site: string, gathering: Gathering): DeviceFact[] {
  const links = siteNamed(gathering.facts.topology, site)?.links ?? []
  return links.flatMap(({ device }) => factOf(gathering, device).fact ?? [])
}

function reasonItems(host: string, gathering: Gathering): EvidenceItem[] {
  const { fact } = factOf(gathering, host)
  if (fact?.state !== 'down' || fact.downReason === null) return []
  if (fact.downReason === 'other' || fact.downReason === 'ping') return []
  return [{ kind: 'reason', at: lastLook(gathering), device: host, reason: fact.downReason }]
}

/** Back again: did it start anew since the incident began, or had it been running all the time? */
function uptimeItems(host: string, gathering: Gathering): EvidenceItem[] {
  const { fact, watched } = factOf(gathering, host)
  const { incident, startedAt } = gathering
  if (!answersSince(fact, gathering) || fact.uptimeSeconds === null || fact.lastPolledAt === null) return []
  const polled = Date.parse(fact.lastPolledAt)
  const isBack = incident.alerts.some(
    ({ kind, device, at }) =>
      kind === 'RECOVER' && sameName(device.hostname, host) && Date.parse(at) <= polled + pollSlackMs,
  )
  if (!isBack && polled <= startedAt + pollSlackMs) return []
  const bootAt = polled - fact.uptimeSeconds * 1000
  return [
    {
      kind: 'uptime',
      at: fact.lastPolledAt,
      device: host,
      role: watched?.role === 'edge' ? 'edge' : 'inside',
      startedAt: new Date(bootAt).toISOString(),
      wasRestarted: bootAt > startedAt - slackMs,
    },
  ]
}
