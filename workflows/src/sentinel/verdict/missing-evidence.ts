import type { Cause } from '../group/cause.ts'
import type { Evidence, EvidenceKind } from './evidence.ts'
import { freshnessOf } from './freshness.ts'

const useful: Record<Cause['kind'], readonly EvidenceKind[]> = {
  core: ['core'],
  monitoring: ['data_gap', 'core'],
  many: ['core', 'other_providers', 'uptime'],
  provider: ['core', 'provider_sites', 'other_providers', 'uptime'],
  site: ['core', 'hop', 'provider_sites', 'uplink_traffic', 'power', 'uptime', 'answer'],
  link: ['core', 'uplink_port', 'uplink_traffic', 'provider_sites', 'answer'],
  device: ['hop', 'access_port', 'neighbours', 'power', 'uptime', 'answer'],
  port: ['access_port', 'answer'],
  check: [],
}

/** The kinds of evidence that would help to judge this cause and are absent, or too old to count for much. */
export function missingEvidence(evidence: Evidence): EvidenceKind[] {
  return useful[evidence.cause.kind].filter((kind) => {
    const items = evidence.items.filter((item) => item.kind === kind)
    return items.every((item) => freshnessOf(item, evidence) < 0.5)
  })
}
