import type { Topology, WatchedDevice } from '@hub/workflows'

const rows = [
  ['JARDINS', 'EHPAD Les Jardins', 'Free Pro', 'medium', ''],
  ['MARTIN', 'Cabinet Dr Martin', 'Free Pro', 'small', ''],
  ['COMEDIE', 'Pharmacie de la Comedie', 'Free Pro', 'small', ''],
  ['ROUSSEL', 'Menuiserie Roussel', 'Free Pro', 'small', ''],
  ['MUSIC', 'EHPAD Music Art', 'Covage', 'medium', 'ups'],
  ['BELLEVUE', 'EHPAD Residence Bellevue', 'Covage', 'medium', ''],
  ['GARRIGUES', 'Maison de sante des Garrigues', 'Covage', 'small', ''],
  ['SOURCE', 'Domaine de la Source', 'Covage', 'small', ''],
  ['STJO', 'Clinique Saint-Joseph', 'SFR Business', 'large', 'ups'],
  ['TILLEULS', 'EHPAD Les Tilleuls', 'SFR Business', 'medium', ''],
  ['DELMAS', 'Transports Delmas', 'SFR Business', 'medium', ''],
  ['DENTAR', 'Cabinet dentaire Arnaud', 'SFR Business', 'small', ''],
  ['VIDOURLE', 'Clinique du Vidourle', 'Orange Business', 'large', ''],
  ['IMALEZ', "Centre d'imagerie du Lez", 'Orange Business', 'medium', ''],
  ['ROSERAIE', 'EHPAD La Roseraie', 'Orange Business', 'medium', ''],
  ['GENETS', "Association Les Genets d'Or", 'Orange Business', 'medium', 'ups'],
  ['STJEAN', 'Clinique Saint-Jean', 'Orange Business+SFR Business', 'large', 'ups'],
  ['BIOLIT', 'Laboratoire Biolittoral', 'Bouygues', 'medium', 'ups'],
  ['VETPONT', 'Clinique veterinaire du Pont', 'Bouygues', 'small', ''],
  ['HADOC', 'HAD Occitanie Est', 'SFR Business|Bouygues', 'small', ''],
] as const

type Row = (typeof rows)[number]

/** `+` is two ways out of one router (wan1, wan2), `|` is two routers. */
function linksOf([code, , providers]: Row) {
  const isTwoRouters = providers.includes('|')
  return providers.split(/[+|]/).map((provider, index) => ({
    provider,
    device: isTwoRouters && index === 1 ? `R2-${code}` : `R-${code}`,
    port: isTwoRouters ? 'wan1' : `wan${index + 1}`,
  }))
}

function devicesOf(row: Row): WatchedDevice[] {
  const [code, , providers, size, ups] = row
  const one = (name: string, parent: string | null, parentPort: string | null): WatchedDevice => ({
    hostname: `${name}-${code}`,
    site: code,
    role: name.startsWith('R') ? 'edge' : name === 'UPS' ? 'power' : 'inside',
    parent: parent === null ? null : `${parent}-${code}`,
    parentPort,
  })
  const ways = [one('R', null, null), ...(providers.includes('|') ? [one('R2', null, null)] : [])]
  const power = ups === '' ? [] : [one('UPS', 'SW1', 'Gi1/0/40')]
  if (size === 'small') return [...ways, one('SW1', 'R', 'lan1'), ...power]
  const inside = [one('FW', 'R', 'lan1'), one('SW1', 'FW', 'port1')]
  if (size === 'medium') {
    return [...ways, ...inside, one('AP1', 'SW1', 'Gi1/0/46'), one('AP2', 'SW1', 'Gi1/0/45'), ...power]
  }
  const floors = [one('SW2', 'SW1', 'Gi1/0/47'), one('SW3', 'SW1', 'Gi1/0/48')]
  return [
    ...ways,
    ...inside,
    ...floors,
    one('AP1', 'SW2', 'Gi1/0/46'),
    one('AP2', 'SW3', 'Gi1/0/46'),
    ...power,
  ]
}

const core = (hostname: string): WatchedDevice => ({
  hostname,
  site: 'WIDIP',
  role: 'core',
  parent: null,
  parentPort: null,
})

/** The clients of the replays: 20 sites, 5 providers, two sites with two ways out, and our own core. */
export const places: Topology = {
  sites: [
    { name: 'WIDIP', client: 'WIDIP', isOurs: true, links: [] },
    ...rows.map((row) => ({ name: row[0], client: row[1], links: linksOf(row) })),
  ],
  devices: [core('CORE-1'), core('CORE-2'), ...rows.flatMap(devicesOf)],
}
