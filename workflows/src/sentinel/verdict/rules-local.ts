import { isWayOut, type Seen, type VerdictRule } from './rule.ts'

const isInside = ({ evidence }: Seen) => ['device', 'port', 'check'].includes(evidence.cause.kind)

/** Rules that point to the client's site: power, cable, equipment. */
export const localRules: readonly VerdictRule[] = [
  {
    name: 'power_lost',
    pointsTo: 'LOCAL',
    fr: 'L’alimentation du site manquait : onduleur sur batterie ou coupure signalée',
    en: 'The site was without mains: UPS on battery or a power loss that was told',
    weigh: (seen) => seen.weigh('power', 2.6, ({ state }) => state !== 'back'),
  },
  {
    name: 'back_after_restart',
    pointsTo: 'LOCAL',
    isSymptom: true,
    fr: 'L’équipement a redémarré pendant la coupure : il avait perdu l’alimentation ou été relancé',
    en: 'The device started anew during the outage: it had lost power or was restarted',
    weigh: (seen) => {
      const isByHand = seen.all('answer').some(({ sign }) => sign === 'box_restarted')
      const weight = seen.weigh(
        'uptime',
        2.6,
        ({ role, wasRestarted }) => wasRestarted && (role === 'edge' || !isWayOut(seen)),
      )
      return isByHand ? weight / 4 : weight
    },
  },
  {
    name: 'several_restarted',
    pointsTo: 'LOCAL',
    isSymptom: true,
    fr: 'Plusieurs équipements du site ont redémarré ensemble',
    en: 'Several devices of the site started anew together',
    weigh: (seen) => {
      const restarted = new Set(
        seen.all('uptime').flatMap((item) => (item.wasRestarted ? [item.device] : [])),
      )
      return restarted.size >= 2 ? 1.2 : 0
    },
  },
  {
    name: 'reached_up_to_parent',
    pointsTo: 'LOCAL',
    isSymptom: true,
    fr: 'On arrive jusqu’à l’équipement d’avant, à l’intérieur du site',
    en: 'One gets as far as the device before it, inside the site',
    weigh: (seen) => {
      if (!isInside(seen)) return 0
      return Math.max(
        seen.weigh('hop', 2.2, ({ reached }) => reached === 'parent'),
        seen.weigh('hop', 1.9, ({ reached }) => reached === 'edge'),
      )
    },
  },
  {
    name: 'access_port_down',
    pointsTo: 'LOCAL',
    isSymptom: true,
    fr: 'Le port vers l’équipement est tombé : câble, prise ou appareil éteint',
    en: 'The port towards the device is down: cable, socket or a device without power',
    weigh: (seen) =>
      seen.weigh('access_port', 1.8, ({ state }) => state === 'down' || state === 'lowerLayerDown'),
  },
  {
    name: 'errors_on_our_line',
    pointsTo: 'LOCAL',
    fr: 'Erreurs sur le port : câble, connecteur ou réglage du débit',
    en: 'Errors on the port: cable, connector or speed setting',
    weigh: (seen) => seen.weigh('line_errors', 1.9),
  },
  {
    name: 'link_saturated',
    pointsTo: 'LOCAL',
    fr: 'Le lien est saturé par son usage',
    en: 'The link is saturated by its use',
    weigh: (seen) => seen.weigh('saturated', 1.9),
  },
  {
    name: 'too_hot',
    pointsTo: 'LOCAL',
    fr: 'Température ou ventilation en alarme sur le site',
    en: 'Temperature or fans in alarm at the site',
    weigh: (seen) => seen.weigh('temperature', 1.9),
  },
  {
    name: 'equipment_value',
    pointsTo: 'LOCAL',
    fr: 'Une valeur de l’équipement est hors limites, le réseau fonctionne',
    en: 'A value of the device is out of bounds, the network works',
    weigh: (seen) => (seen.evidence.cause.kind === 'check' ? seen.weigh('equipment', 1.9) : 0),
  },
  {
    name: 'only_this_site',
    pointsTo: 'LOCAL',
    isSymptom: true,
    fr: 'Les autres sites du même opérateur répondent',
    en: 'The other sites of the same provider answer',
    weigh: (seen) =>
      isWayOut(seen) ? seen.weigh('provider_sites', 0.5, ({ up, down }) => up >= 2 && down === 0) : 0,
  },
  {
    name: 'neighbours_fine',
    pointsTo: 'LOCAL',
    isSymptom: true,
    fr: 'Les voisins de l’équipement répondent',
    en: 'The neighbours of the device answer',
    weigh: (seen) =>
      isInside(seen) ? seen.weigh('neighbours', 0.5, ({ up, down }) => up > 0 && down === 0) : 0,
  },
  {
    name: 'client_without_power',
    pointsTo: 'LOCAL',
    fr: 'Le client dit qu’il n’y a pas de courant, que la box est éteinte ou qu’un câble est débranché',
    en: 'The client says that there is no power, that the box is off or that a cable is unplugged',
    weigh: (seen) =>
      Math.max(
        seen.weigh('answer', 2.6, ({ sign }) => sign === 'no_power' || sign === 'cable_unplugged'),
        seen.weigh('answer', 2.2, ({ sign }) => sign === 'box_off' || sign === 'work_on_site'),
      ),
  },
  {
    name: 'client_restarted_it',
    pointsTo: 'LOCAL',
    fr: 'Tout est revenu après que le client a redémarré la box ou rebranché',
    en: 'All came back after the client restarted the box or plugged it in',
    weigh: (seen) => {
      if (seen.all('answer').some(({ sign }) => sign === 'still_down')) return 0
      const isBack =
        seen.evidence.recoveredAt !== null || seen.all('answer').some(({ sign }) => sign === 'works_again')
      return isBack ? seen.weigh('answer', 0.8, ({ sign }) => sign === 'box_restarted') : 0
    },
  },
  {
    name: 'client_works',
    pointsTo: 'LOCAL',
    fr: 'Travaux annoncés par le client à ce moment',
    en: 'Works announced by the client at that moment',
    weigh: (seen) => seen.weigh('change', 2.8, ({ by }) => by === 'client'),
  },
]
