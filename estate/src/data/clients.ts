import { parseTable } from './table.ts'

/** What a client does: treat patients, house and help people, or anything else. */
export type Sector = 'health' | 'care' | 'business'

/** One client of the managed-service company: a GLPI entity, a mail domain, a provider and its premises. */
export interface Client {
  id: number
  name: string
  /** Used in equipment names: SWITCH-<code>-001. */
  code: string
  town: string
  postcode: string
  address: string
  phone: string
  domain: string
  provider: string
  sector: Sector
  size: 'large' | 'medium' | 'small'
  sites: readonly string[]
}

/** The managed-service company itself: the root entity. */
export const rootClient = {
  id: 0,
  name: 'WIDIP',
  domain: 'widip.example',
  town: 'Montpellier',
  postcode: '34000',
  address: '12 rue de la Fibre',
  phone: '04 65 71 10 00',
} as const

const columns = [
  'id',
  'name',
  'code',
  'postcode',
  'town',
  'address',
  'line',
  'domain',
  'provider',
  'sector',
  'size',
  'sites',
] as const

const rows = parseTable(
  columns,
  `
42 | Clinique Saint-Jean | CLIN-STJEAN | 34000 | Montpellier | 36 avenue des Platanes | 42 | clinique-saint-jean | Orange Business | health | large | Bâtiment principal, Plateau technique
11 | EHPAD Les Jardins | JARDINS | 34400 | Lunel | 8 chemin des Jardins | 11 | ehpad-les-jardins | Free Pro | care | medium | Résidence
12 | EHPAD Music Art | MUSIC | 34500 | Béziers | 21 rue du Conservatoire | 12 | ehpad-music-art | Covage | care | medium | Résidence
13 | Clinique Saint-Joseph | CLIN | 11100 | Narbonne | 5 boulevard du Canal | 13 | clinique-saint-joseph | SFR Business | health | large | Bâtiment A, Bâtiment B
14 | Cabinet Dr Martin | DRMARTIN | 34070 | Montpellier | 3 place du Marché | 14 | cabinet-dr-martin | Free Pro | health | small | Cabinet
15 | Clinique du Vidourle | VIDOURLE | 30250 | Sommières | 14 quai de la Régordane | 15 | clinique-vidourle | Orange Business | health | large | Hospitalisation, Consultations
16 | Centre d'imagerie du Lez | IMALEZ | 34170 | Castelnau-le-Lez | 60 avenue de la Justice | 16 | imagerie-lez | Orange Business | health | medium | Scanner, IRM
17 | Laboratoire Biolittoral | BIOLIT | 34200 | Sète | 2 quai des Moulins | 17 | biolittoral | Bouygues Telecom Entreprises | health | medium | Plateau technique, Site de Frontignan
18 | EHPAD Les Tilleuls | TILLEULS | 34120 | Pézenas | 17 route de Nizas | 18 | ehpad-les-tilleuls | SFR Business | care | medium | Résidence
19 | EHPAD La Roseraie | ROSERAIE | 34300 | Agde | 4 rue des Embruns | 19 | ehpad-la-roseraie | Orange Business | care | medium | Résidence, Unité protégée
20 | EHPAD Résidence Bellevue | BELLEVUE | 34800 | Clermont-l'Hérault | 9 chemin du Moulin | 20 | residence-bellevue | Covage | care | medium | Résidence
21 | Maison de santé des Garrigues | GARRIGUES | 34980 | Saint-Gély-du-Fesc | 110 rue des Cistes | 21 | msp-garrigues | Covage | health | small | Maison de santé
22 | Pharmacie de la Comédie | PHCOMEDIE | 34000 | Montpellier | 1 rue de la Loge | 22 | pharmacie-comedie | Free Pro | health | small | Officine
23 | Pharmacie du Canal | PHCANAL | 11000 | Carcassonne | 18 rue de l'Aigle d'Or | 23 | pharmacie-du-canal | Bouygues Telecom Entreprises | health | small | Officine
24 | Cabinet dentaire Arnaud & Roche | DENTAR | 30000 | Nîmes | 25 rue de la République | 24 | arnaud-roche | SFR Business | health | small | Cabinet
25 | Kinésithérapie Les Arènes | KINEARENES | 30900 | Nîmes | 7 rue des Marchands | 25 | kine-arenes | Free Pro | health | small | Cabinet
26 | Centre de rééducation Mer et Soleil | MERSOLEIL | 34280 | La Grande-Motte | 300 allée des Pins | 26 | mer-et-soleil | Orange Business | health | large | Hospitalisation, Balnéothérapie
27 | Clinique vétérinaire du Pont | VETPONT | 30100 | Alès | 12 quai Boissier | 27 | veto-du-pont | Bouygues Telecom Entreprises | business | small | Clinique
28 | HAD Occitanie Est | HADOC | 34080 | Montpellier | 55 rue Henri Becquerel | 28 | had-occitanie-est | SFR Business | health | medium | Siège
29 | Association Les Genêts d'Or | GENETS | 48000 | Mende | 2 avenue du Gévaudan | 29 | genets-dor | Orange Business | care | medium | Foyer, ESAT
30 | SSIAD Cœur d'Hérault | SSIADCH | 34150 | Gignac | 6 place Auguste Ducornot | 30 | ssiad-coeur-herault | Covage | care | small | Siège
31 | Ambulances Cévenoles | AMBUCEV | 34190 | Ganges | 40 avenue du Mont Aigoual | 31 | ambulances-cevenoles | Bouygues Telecom Entreprises | business | small | Régulation
32 | Optique Lumière | OPTILUM | 34500 | Béziers | 33 allées Paul Riquet | 32 | optique-lumiere | Free Pro | business | small | Magasin
33 | Notaires Vidal & Associés | VIDAL | 66000 | Perpignan | 10 cours Palmarole | 33 | vidal-notaires | Orange Business | business | medium | Étude
34 | Cabinet comptable Ferrand | FERRAND | 34000 | Montpellier | 88 rue de la Jalade | 34 | ferrand-compta | SFR Business | business | small | Bureaux
35 | Transports Delmas | DELMAS | 34740 | Vendargues | ZI du Salaison, lot 14 | 35 | transports-delmas | SFR Business | business | medium | Quai, Bureaux
36 | Menuiserie Roussel | ROUSSEL | 34130 | Mauguio | 5 rue des Artisans | 36 | menuiserie-roussel | Free Pro | business | small | Atelier
37 | Domaine de la Source | SOURCE | 34600 | Faugères | Route de Laurens | 37 | domaine-la-source | Covage | business | small | Caveau
38 | Garage Bonnet | BONNET | 34110 | Frontignan | 71 avenue des Vignerons | 38 | garage-bonnet | Bouygues Telecom Entreprises | business | small | Atelier
39 | Mairie de Saint-Clément | MAIRIESC | 34980 | Saint-Clément-de-Rivière | 1 place de la Mairie | 39 | mairie-saint-clement | Orange Business | business | medium | Hôtel de ville, École
40 | Hôtel Le Grand Sud | GRANDSUD | 34250 | Palavas-les-Flots | 19 quai Paul Cunq | 40 | hotel-grand-sud | Bouygues Telecom Entreprises | business | medium | Hôtel
`,
)

function toClient(row: (typeof rows)[number]): Client {
  const size = row.size === 'large' || row.size === 'medium' ? row.size : 'small'
  const sector = row.sector === 'health' || row.sector === 'care' ? row.sector : 'business'
  return {
    id: Number(row.id),
    name: row.name,
    code: row.code,
    town: row.town,
    postcode: row.postcode,
    address: row.address,
    phone: `04 65 71 ${row.line} 00`, // a number range the regulator keeps for fiction
    domain: `${row.domain}.example`,
    provider: row.provider,
    sector,
    size,
    sites: row.sites.split(', '),
  }
}

/** The demo clients, in order of creation; domains end in `.example` so that no mail can leave. */
export const clients: readonly Client[] = rows.map(toClient)
