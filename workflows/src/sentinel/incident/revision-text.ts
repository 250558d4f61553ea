import { clientsOf, type OpenIncident, sitesOf } from '../group/incident.ts'
import { isReachability } from '../group/reachability.ts'
import type { Topology } from '../group/topology.ts'
import { causeText } from '../texts/cause-text.ts'
import { evidenceText } from '../texts/evidence-text.ts'
import { verdictTexts } from '../texts/verdict-texts.ts'
import type { Evidence } from '../verdict/evidence.ts'
import type { Judgement } from '../verdict/judge.ts'
import type { Told } from './case-file.ts'

interface Revised {
  incident: OpenIncident
  topology: Topology
  evidence: Evidence
  judgement: Judgement
}

const mostEvidence = 10

/** The private followup on what is no more as the ticket says, and why; null when nothing has changed. */
export function revisionText(before: Told, { told, input }: { told: Told; input: Revised }): string | null {
  const lines = [...verdictLines(before, { told, input }), ...scopeLines(before, { told, input })]
  return lines.length === 0 ? null : ['SENTINEL', ...lines].join('\n')
}

function verdictLines(before: Told, { told, input }: { told: Told; input: Revised }): string[] {
  if (before.verdict === told.verdict) return []
  const { judgement, evidence } = input
  const percent = Math.round(judgement.confidence * 100)
  const rules = judgement.rules.map(
    ({ fr, name, pointsTo, weight }) => `- ${fr} (${name}, ${pointsTo} ${weight.toFixed(1)})`,
  )
  const seen = evidence.items
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, mostEvidence)
    .map((item) => `- ${evidenceText(item, evidence.now).fr}`)
  return [
    `Verdict revu : ${before.verdict} devient ${told.verdict} – ${verdictTexts[told.verdict].fr} (confiance ${percent} %).`,
    'Règles :',
    ...rules,
    'Dernières preuves :',
    ...seen,
  ]
}

function scopeLines(before: Told, { told, input }: { told: Told; input: Revised }): string[] {
  const { incident, topology } = input
  const added = told.clients.filter((client) => !before.clients.includes(client))
  if (before.cause === told.cause && added.length === 0) return []
  const sites = sitesOf(incident.alerts, topology)
  const isCut = incident.alerts.some(isReachability)
  return [
    `L’incident concerne maintenant : ${causeText(incident.cause, { sites, isCut }).fr}.`,
    `Clients : ${clientsOf(incident.alerts, topology).join(', ') || '-'}`,
    `Sites : ${sites.join(', ') || '-'}`,
  ]
}
