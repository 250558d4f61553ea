import type { Alert } from '../alerts/alert.ts'
import { topicOf } from '../alerts/alert-topic.ts'
import { sitesOf } from '../group/incident.ts'
import { deviceNamed, sameName } from '../group/topology.ts'
import type { EvidenceItem } from './evidence.ts'
import type { Gathering } from './gathering.ts'

/** Log lines that old may still tell why. */
const logMs = 30 * 60_000

/** What the notifications of the incident tell themselves: power, heat, loss, sessions, restarts, changes, values. */
export function alertEvidence({ incident, facts, startedAt }: Gathering): EvidenceItem[] {
  const sites = sitesOf(incident.alerts, facts.topology)
  const logs = facts.logs.filter(({ at, device }) => {
    const earlyMs = startedAt - Date.parse(at)
    const site = deviceNamed(facts.topology, device.hostname)?.site
    const isOwn = incident.alerts.some((alert) => sameName(alert.device.hostname, device.hostname))
    return earlyMs <= logMs && (isOwn || sites.some((name) => sameName(name, site)))
  })
  return [...incident.alerts, ...logs].filter(({ kind }) => kind !== 'RECOVER').flatMap(itemsOf)
}

function itemsOf(alert: Alert): EvidenceItem[] {
  const { at, device, syslog, checker, conditions, entity } = alert
  const detail = syslog?.message ?? [checker, ...conditions].filter((text) => text !== '').join(': ')
  const of = { at, device: device.hostname }
  switch (topicOf(alert)) {
    case 'power':
      return [{ kind: 'power', ...of, state: powerState(detail), detail }]
    case 'temperature':
      return [{ kind: 'temperature', ...of, detail }]
    case 'loss':
      return [{ kind: 'loss', ...of, detail }]
    case 'session':
      return [{ kind: 'session', ...of, detail }]
    case 'configuration':
      return [
        { kind: 'change', at, what: 'configuration', by: 'us', detail: `${device.hostname}: ${detail}` },
      ]
    case 'restart':
      return restartItems(alert, detail)
    case 'port_errors':
      return [{ kind: 'line_errors', ...of, port: entity.name, perSecond: firstNumber(alert) }]
    case 'saturated':
      return [{ kind: 'saturated', ...of, port: entity.name }]
    case 'no_snmp':
      return [{ kind: 'reason', ...of, reason: 'snmp' }]
    case 'no_name':
      return [{ kind: 'reason', ...of, reason: 'dns' }]
    case 'other':
      return [{ kind: 'equipment', ...of, detail }]
    default:
      return []
  }
}

function powerState(detail: string): 'battery' | 'lost' | 'back' {
  if (/restored|back on (mains|utility)|retour secteur|secteur retabli/i.test(detail)) return 'back'
  return /batter|onduleur|\bups\b/i.test(detail) ? 'battery' : 'lost'
}

/** A restart that somebody asked for is a change; one without a hand behind it is no proof of anything. */
function restartItems({ at, device }: Alert, detail: string): EvidenceItem[] {
  const isAsked = /reload (requested|command)|by (console|vty|admin|user)|upgrade|update|mise a jour/i.test(
    detail,
  )
  if (!isAsked) return []
  return [{ kind: 'change', at, what: 'restart', by: 'us', detail: `${device.hostname}: ${detail}` }]
}

function firstNumber({ metrics }: Alert): number {
  return (
    Object.values(metrics)
      .map(Number)
      .find((value) => !Number.isNaN(value)) ?? 0
  )
}
