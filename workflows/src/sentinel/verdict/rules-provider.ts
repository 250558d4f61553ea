import { isWayOut, type VerdictRule } from './rule.ts'

/** Rules that point to the provider of the site. */
export const providerRules: readonly VerdictRule[] = [
  {
    name: 'provider_sites_down',
    pointsTo: 'FAI',
    isSymptom: true,
    fr: 'D’autres sites du même opérateur sont tombés au même moment',
    en: 'Other sites of the same provider fell at the same moment',
    weigh: (seen) =>
      isWayOut(seen)
        ? Math.max(
            seen.weigh('provider_sites', 1, ({ down }) => down === 1),
            seen.weigh('provider_sites', 2, ({ down }) => down === 2),
            seen.weigh('provider_sites', 2.8, ({ down }) => down >= 3),
          )
        : 0,
  },
  {
    name: 'other_providers_fine',
    pointsTo: 'FAI',
    isSymptom: true,
    fr: 'Les sites des autres opérateurs répondent',
    en: 'The sites of the other providers answer',
    weigh: (seen) => {
      const isShared = seen.all('provider_sites').some(({ down }) => down >= 2)
      return isShared ? seen.weigh('other_providers', 0.8, ({ up, down }) => up >= 2 && down === 0) : 0
    },
  },
  {
    name: 'uplink_without_carrier',
    pointsTo: 'FAI',
    isSymptom: true,
    fr: 'Le port vers l’opérateur est tombé alors que le routeur répond par un autre chemin',
    en: 'The port towards the provider is down while the router answers by another way',
    weigh: (seen) => seen.weigh('uplink_port', 2.2, ({ state, isReached }) => state === 'down' && isReached),
  },
  {
    name: 'back_without_restart',
    pointsTo: 'FAI',
    isSymptom: true,
    fr: 'Le routeur est revenu sans avoir redémarré : il était alimenté, c’est la ligne qui manquait',
    en: 'The router came back without a restart: it had power, the line was missing',
    weigh: (seen) =>
      isWayOut(seen)
        ? seen.weigh('uptime', 2.6, ({ role, wasRestarted }) => role === 'edge' && !wasRestarted)
        : 0,
  },
  {
    name: 'lost_after_our_core',
    pointsTo: 'FAI',
    isSymptom: true,
    fr: 'Notre cœur répond et le routeur du site non : la coupure est entre les deux ou sur le site',
    en: 'Our core answers and the router of the site does not: the cut is between them or at the site',
    weigh: (seen) => (isWayOut(seen) ? seen.weigh('hop', 0.4, ({ reached }) => reached === 'core') : 0),
  },
  {
    name: 'session_lost',
    pointsTo: 'FAI',
    isSymptom: true,
    fr: 'La session avec l’opérateur est tombée, le routeur l’a signalé',
    en: 'The session with the provider fell, as the router told',
    weigh: (seen) => (isWayOut(seen) ? seen.weigh('session', 1.6) : 0),
  },
  {
    name: 'loss_on_a_clean_line',
    pointsTo: 'FAI',
    fr: 'Pertes sur le lien, sans erreur ni saturation de notre côté',
    en: 'Loss on the link, with neither errors nor saturation on our side',
    weigh: (seen) => {
      const isOurs = seen.all('line_errors').length > 0 || seen.all('saturated').length > 0
      return isWayOut(seen) && !isOurs ? seen.weigh('loss', 1.8) : 0
    },
  },
  {
    name: 'client_sees_no_line',
    pointsTo: 'FAI',
    fr: 'Le client voit la box allumée avec le voyant de ligne éteint ou rouge',
    en: 'The client sees the box with power and its line light off or red',
    weigh: (seen) => seen.weigh('answer', 1.9, ({ sign }) => sign === 'box_red'),
  },
  {
    name: 'neighbourhood_affected',
    pointsTo: 'FAI',
    fr: 'Le client dit que d’autres, autour de lui, sont touchés, ou que l’opérateur l’annonce',
    en: 'The client says that others around are affected, or that the provider announces it',
    weigh: (seen) =>
      Math.max(
        seen.weigh('answer', 1.2, ({ sign }) => sign === 'others_affected'),
        seen.weigh('answer', 2.2, ({ sign }) => sign === 'provider_says'),
      ),
  },
  {
    name: 'provider_maintenance',
    pointsTo: 'FAI',
    fr: 'L’opérateur avait annoncé des travaux à ce moment',
    en: 'The provider had announced work at that moment',
    weigh: (seen) => seen.weigh('change', 2.8, ({ by }) => by === 'provider'),
  },
]
