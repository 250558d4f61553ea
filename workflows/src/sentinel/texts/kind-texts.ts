import type { LocalizedText } from '@hub/contracts'
import type { EvidenceKind } from '../verdict/evidence.ts'

/** Each kind of evidence, as something that is missing. */
export const kindTexts: Record<EvidenceKind, LocalizedText> = {
  hop: { fr: 'jusqu’où l’on arrive', en: 'how far one gets' },
  reason: { fr: 'la raison donnée par la supervision', en: 'the reason that the monitoring gives' },
  uplink_traffic: { fr: 'le dernier trafic du lien', en: 'the last traffic of the link' },
  uplink_port: { fr: 'l’état du port vers l’opérateur', en: 'the state of the port towards the provider' },
  access_port: { fr: 'l’état du port vers l’équipement', en: 'the state of the port towards the device' },
  line_errors: { fr: 'les erreurs de ligne', en: 'the errors of the line' },
  saturated: { fr: 'la charge du lien', en: 'the load of the link' },
  loss: { fr: 'les pertes', en: 'the loss' },
  session: { fr: 'la session avec l’opérateur', en: 'the session with the provider' },
  neighbours: { fr: 'l’état des voisins', en: 'the state of the neighbours' },
  site_devices: {
    fr: 'l’état des autres équipements du site',
    en: 'the state of the other devices of the site',
  },
  provider_sites: {
    fr: 'l’état des autres sites de l’opérateur',
    en: 'the state of the other sites of the provider',
  },
  other_providers: {
    fr: 'l’état des sites des autres opérateurs',
    en: 'the state of the sites of other providers',
  },
  core: { fr: 'l’état de notre cœur de réseau', en: 'the state of our core' },
  data_gap: { fr: 'l’âge des données', en: 'the age of the data' },
  uptime: { fr: 'la durée de fonctionnement au retour', en: 'the uptime after the return' },
  power: { fr: 'l’alimentation du site', en: 'the power of the site' },
  temperature: { fr: 'la température', en: 'the temperature' },
  equipment: { fr: 'les valeurs de l’équipement', en: 'the values of the device' },
  change: { fr: 'les interventions récentes', en: 'recent changes' },
  answer: { fr: 'la réponse #DIAG du client', en: 'the #DIAG answer of the client' },
}
