import { type LocalizedText, locales } from '@hub/contracts'
import { clientsOf, type OpenIncident, sitesOf, startOf } from '../group/incident.ts'
import { isReachability } from '../group/reachability.ts'
import type { Topology } from '../group/topology.ts'
import { type Evidence, type EvidenceItem, type EvidenceKind, placeOf } from '../verdict/evidence.ts'
import type { Judgement } from '../verdict/judge.ts'
import { causeText, causeTitle } from './cause-text.ts'
import { durationText, momentText } from './duration-text.ts'
import { evidenceText } from './evidence-text.ts'
import { kindTexts } from './kind-texts.ts'
import { verdictTexts } from './verdict-texts.ts'

export interface TicketInput {
  incident: OpenIncident
  topology: Topology
  evidence: Evidence
  judgement: Judgement
}

const maxTitle = 200
const maxAlerts = 30
const maxEvidence = 40

/** Title of the ticket of an incident, one line. */
export function ticketTitle({ incident, topology, judgement }: TicketInput): LocalizedText {
  const { isFlapping } = incident
  const { isCut } = touchedBy(incident, topology)
  const cause = causeTitle(incident.cause, { isCut, isFlapping })
  const verdict = judgement.verdict === 'INDETERMINE' ? '' : ` [${judgement.verdict}]`
  return localized((locale) => `[SENTINEL]${verdict} ${cause[locale]}`.slice(0, maxTitle).toWellFormed())
}

/** Content of the ticket, plain text: what, who, verdict with its rules, evidence with ages, what is missing. */
export function ticketContent(input: TicketInput): LocalizedText {
  return localized((locale) =>
    sections(input, locale)
      .filter((text) => text !== '')
      .join('\n\n'),
  )
}

const touchedBy = (incident: OpenIncident, topology: Topology) => ({
  sites: sitesOf(incident.alerts, topology),
  isCut: incident.alerts.some(isReachability),
})

function localized(write: (locale: 'fr' | 'en') => string): LocalizedText {
  const [fr, en] = locales
  return { fr: write(fr), en: write(en) }
}

const headings = {
  since: { fr: 'Depuis', en: 'Since' },
  clients: { fr: 'Clients', en: 'Clients' },
  sites: { fr: 'Sites', en: 'Sites' },
  flapping: {
    fr: 'Instable : tous les changements sont dans ce ticket.',
    en: 'Unstable: all changes are in this ticket.',
  },
  verdict: { fr: 'Verdict', en: 'Verdict' },
  confidence: { fr: 'confiance', en: 'confidence' },
  rules: { fr: 'Règles', en: 'Rules' },
  evidence: { fr: 'Preuves', en: 'Evidence' },
  missing: { fr: 'Manque encore', en: 'Still missing' },
  alerts: { fr: 'Notifications', en: 'Notifications' },
} as const satisfies Record<string, LocalizedText>

function sections({ incident, topology, evidence, judgement }: TicketInput, locale: 'fr' | 'en'): string[] {
  const word = (name: keyof typeof headings) => headings[name][locale]
  const label = (name: keyof typeof headings) => `${word(name)}${locale === 'fr' ? ' :' : ':'}`
  const start = startOf(incident.alerts)
  const lasting = durationText(Date.parse(evidence.now) - start)[locale]
  const sites = incident.cause.kind === 'monitoring' ? [] : sitesOf(incident.alerts, topology)
  const rules = judgement.rules.map(
    (rule) => `- ${rule[locale]} (${rule.name}, ${rule.pointsTo} ${rule.weight.toFixed(1)})`,
  )
  const seen = latestOf(evidence.items)
    .slice(0, maxEvidence)
    .map((item) => `- ${evidenceText(item, evidence.now)[locale]}`)
  const alerts = incident.alerts
    .slice(-maxAlerts)
    .map(
      ({ at, kind, device, entity, checker }) =>
        `- ${momentText(at)[locale]} ${kind} ${placeName(device.hostname, entity.name)}: ${checker}`,
    )
  return [
    [
      headline({ incident, topology })[locale],
      `${label('since')} ${momentText(new Date(start).toISOString())[locale]} (${lasting})`,
      `${label('clients')} ${clientsOf(incident.alerts, topology).join(', ') || '-'}`,
      `${label('sites')} ${sites.join(', ') || '-'}`,
      ...(incident.isFlapping ? [word('flapping')] : []),
    ].join('\n'),
    `${label('verdict')} ${judgement.verdict} – ${verdictTexts[judgement.verdict][locale]} (${word('confidence')} ${Math.round(judgement.confidence * 100)} %)`,
    listed(label('rules'), rules),
    listed(label('evidence'), seen),
    listed(
      label('missing'),
      judgement.missing.map((kind: EvidenceKind) => `- ${kindTexts[kind][locale]}`),
    ),
    listed(label('alerts'), alerts),
  ]
}

/** The newest of each thing, the newest first; what the client said is kept whole. */
function latestOf(items: readonly EvidenceItem[]): EvidenceItem[] {
  const ordered = items.toSorted((a, b) => b.at.localeCompare(a.at))
  const shown = new Set<string>()
  return ordered.filter((item) => {
    const place = item.kind === 'answer' ? `${item.kind}|${item.sign}` : placeOf(item)
    const isNew = !shown.has(place)
    shown.add(place)
    return isNew
  })
}

/** A device is its own entity: named once. */
const placeName = (device: string, entity: string) => (device === entity ? device : `${device} ${entity}`)

function headline({ incident, topology }: Pick<TicketInput, 'incident' | 'topology'>): LocalizedText {
  const { cause, isFlapping } = incident
  const touched = touchedBy(incident, topology)
  return isFlapping ? causeTitle(cause, { ...touched, isFlapping }) : causeText(cause, touched)
}

const listed = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : [heading, ...lines].join('\n')
