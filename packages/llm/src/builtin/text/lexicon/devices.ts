import { words } from './words.ts'

/** Words of network monitoring. Notation: see `lexicon`. */
export const deviceWords = {
  state: [
    ...words(
      'etat etats statut statuts status state sante health fonctionne marche tourne up down online offline',
    ),
    ...words('joignable reachable doing running uptime ping* repond repondent tombe hs alive'),
    'en ligne',
    'hors ligne',
    'hors service',
    'en panne',
    'comment (va|vont|se porte\\w*)',
    '(how is|how are|how s)',
    'il en est ou',
    'ou en est',
    'ok$',
  ],
  metrics: [
    ...words(
      'cpu processeur processor memoire memory ram trafic traffic bandwidth debit throughput charge load loaded',
    ),
    ...words(
      'metrique metriques metric metrics temperature temperatures disque disk stockage storage consommation conso',
    ),
    ...words(
      'usage utilisation performance performances perf perfs graphe graphique saturation capteur capteurs',
    ),
    ...words('sensor sensors ventilateur ventilateurs fan fans mesures measures'),
    'bande passante',
  ],
  port: words('port ports interface interfaces iface'),
  faulty: [
    ...words(
      'erreur erreurs error errors defaut defauts faulty sature satures saturees saturated defectueux failing',
    ),
    ...words('down hs probleme problemes problems'),
    'en panne',
    'hors service',
    'ports? (\\w+ )?(tombes?|coupes?)',
  ],
  alert: words('alerte alertes alert alerts alerting alarme alarmes alarm alarms'),
  cleared: [
    ...words('retombees retombee cleared recovered levees levee disparues closes'),
    'alert\\w* (sont |etaient |ont ete )?(resolues?|terminees?|finies?|passees?)',
    '(resolved|past) alerts?',
    'alerts? (that |which )?(\\w+ )?resolved',
  ],
  down: [
    ...words('down offline hs injoignable injoignables'),
    'en panne',
    'hors ligne',
    'hors service',
    '(sont|est) (tombes?|tombees?|coupes?|ko)',
    'ne repond\\w* (pas|plus)',
  ],
  whatIs: ['(qu est ce qui|qu est ce que|what|what s|quoi|qui)( (est|is|are))?'],
  equipment: [
    ...words(
      'equipement equipements appareil appareils materiel materiels device devices machine machines reseau',
    ),
    ...words('network parc asset assets inventaire inventory'),
  ],
  pluralKind: [
    '(switchs|switches|commutateurs|routeurs|routers|firewalls|bornes|serveurs|servers)',
    '(points d acces|access points|pare feux|bornes wi ?fi)',
  ],
  monitored: words(
    'supervise supervises supervisee supervisees monitored observium surveilles surveille supervision',
  ),
  asset: [
    ...words(
      'parc asset assets inventaire inventory materiel materiels pc ordinateur ordinateurs computer computers',
    ),
    ...words(
      'laptop laptops imprimante imprimantes printer printers copieur copieurs ecran ecrans moniteur moniteurs',
    ),
    ...words('monitors screens telephones phones portable portables peripheriques peripherals workstations'),
    'postes? (de travail|fixes?|informatiques?)',
  ],
  site: ['sites?', 'batiments?', 'etablissements?', 'locations?', 'lieux', 'buildings?'],
} as const satisfies Record<string, readonly string[]>
