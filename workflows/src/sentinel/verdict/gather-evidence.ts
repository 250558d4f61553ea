import type { OpenIncident } from '../group/incident.ts'
import { startOf } from '../group/incident.ts'
import { addEvidence, type Evidence, type EvidenceItem } from './evidence.ts'
import type { Facts } from './facts.ts'
import { alertEvidence } from './from-alerts.ts'
import { changeEvidence } from './from-changes.ts'
import { deviceEvidence } from './from-devices.ts'
import { monitoringEvidence } from './from-monitoring.ts'
import { portEvidence } from './from-ports.ts'
import { siteEvidence } from './from-sites.ts'
import type { Gathering } from './gathering.ts'

/**
 * The evidence about an incident: what its notifications, the monitoring, planned works and the client tell now,
 * added to what was known. Only facts that the tools of the Hub give.
 */
export function gatherEvidence(
  incident: OpenIncident,
  facts: Facts,
  { known = [], recoveredAt = null }: { known?: readonly EvidenceItem[]; recoveredAt?: string | null } = {},
): Evidence {
  const gathering: Gathering = { incident, facts, startedAt: startOf(incident.alerts) }
  const seen = [
    ...alertEvidence(gathering),
    ...deviceEvidence(gathering),
    ...portEvidence(gathering),
    ...siteEvidence(gathering),
    ...monitoringEvidence(gathering),
    ...changeEvidence(gathering),
    ...facts.answers.map((answer) => ({ kind: 'answer' as const, ...answer })),
  ]
  return {
    now: facts.now,
    startedAt: new Date(gathering.startedAt).toISOString(),
    recoveredAt,
    cause: incident.cause,
    items: addEvidence(known, seen),
  }
}
