import type { Evidence, EvidenceItem } from './evidence.ts'
import { isWayOut, type VerdictRule } from './rule.ts'

/** Rules that point to us: our core, our monitoring, what we changed. */
export const widipRules: readonly VerdictRule[] = [
  {
    name: 'core_down',
    pointsTo: 'WIDIP',
    fr: 'Un équipement de notre cœur de réseau est hors service',
    en: 'A device of our own core is down',
    weigh: (seen) => seen.weigh('core', 3.5, (core) => core.down > 0 && isNearBegin(core, seen.evidence)),
  },
  {
    name: 'monitoring_gap',
    pointsTo: 'WIDIP',
    fr: 'La supervision n’a plus de données de nombreux équipements chez plusieurs opérateurs : trou de mesure, pas coupure',
    en: 'The monitoring has no recent data of many devices of several providers: a gap in the data, not an outage',
    weigh: (seen) =>
      seen.weigh(
        'data_gap',
        3,
        (gap) =>
          gap.stale >= 5 && gap.providers >= 2 && gap.stale >= gap.fresh && isNearBegin(gap, seen.evidence),
      ),
  },
  {
    name: 'monitoring_complains',
    pointsTo: 'WIDIP',
    fr: 'Les alertes disent que la supervision n’a plus interrogé, pas que quelque chose est coupé',
    en: 'The alerts say that the monitoring did not ask, not that something is cut off',
    weigh: ({ evidence }) => (evidence.cause.kind === 'monitoring' ? 2 : 0),
  },
  {
    name: 'many_providers_silent',
    pointsTo: 'WIDIP',
    fr: 'La plupart des sites, chez plusieurs opérateurs, se sont tus au même moment',
    en: 'Most sites, of several providers, went silent at the same moment',
    weigh: (seen) =>
      isWayOut(seen)
        ? seen.weigh(
            'other_providers',
            2.4,
            ({ up, down, providersDown }) => providersDown >= 2 && down > 2 * up,
          )
        : 0,
  },
  {
    name: 'name_not_resolved',
    pointsTo: 'WIDIP',
    fr: 'La supervision ne résout plus le nom : l’équipement n’est pas en cause',
    en: 'The monitoring cannot resolve the name: the device is not at fault',
    weigh: (seen) => seen.weigh('reason', 2.8, ({ reason }) => reason === 'dns'),
  },
  {
    name: 'ping_without_snmp',
    pointsTo: 'WIDIP',
    fr: 'L’équipement répond au ping mais pas en SNMP : réglage de la supervision',
    en: 'The device answers ping but not SNMP: a setting of the monitoring',
    weigh: (seen) => seen.weigh('reason', 2.4, ({ reason }) => reason === 'snmp'),
  },
  {
    name: 'our_change',
    pointsTo: 'WIDIP',
    fr: 'Nous venions d’intervenir (configuration, redémarrage demandé ou maintenance)',
    en: 'We had just changed something (configuration, requested restart or maintenance)',
    weigh: (seen) =>
      seen.weigh(
        'change',
        2.8,
        (change) => change.by === 'us' && isJustBefore(change.at, seen.evidence.startedAt),
      ),
  },
  {
    name: 'port_shut_by_us',
    pointsTo: 'WIDIP',
    fr: 'Le port a été fermé par configuration',
    en: 'The port was shut by configuration',
    weigh: (seen) =>
      Math.max(
        seen.weigh('access_port', 2.4, ({ state }) => state === 'admin down'),
        seen.weigh('uplink_port', 2.4, ({ state }) => state === 'admin down'),
      ),
  },
]

/** Seen for the first time when the incident began, not in the middle of it. */
function isNearBegin({ at, firstAt = at }: EvidenceItem, { startedAt }: Evidence): boolean {
  return Math.abs(Date.parse(firstAt) - Date.parse(startedAt)) <= 30 * 60_000
}

/** A cause comes before its effect, by half an hour at most; five minutes more for clocks and polls. */
function isJustBefore(at: string, startedAt: string): boolean {
  const beforeMs = Date.parse(startedAt) - Date.parse(at)
  return beforeMs >= -5 * 60_000 && beforeMs <= 30 * 60_000
}
