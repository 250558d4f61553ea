import { categories } from '../../data/categories.ts'
import { type Client, clients, rootClient } from '../../data/clients.ts'
import type { GlpiDatabase } from '../database.ts'

/** Comment of an entity: how the site is connected and who to call. */
const linkSheet = (client: Client) =>
  `FAI : ${client.provider}\nRéférence du lien : FTT-${client.postcode}-${client.id}\nTechnologie : ${
    client.size === 'large' ? 'FTTO 200 Mbit/s, secours 4G' : 'FTTH Pro 1 Gbit/s'
  }\nAstreinte client : ${client.phone}`

function entityRow(client: Client, date: string) {
  return {
    id: client.id,
    name: client.name,
    entities_id: 0,
    completename: `${rootClient.name} > ${client.name}`,
    comment: linkSheet(client),
    level: 2,
    address: client.address,
    postcode: client.postcode,
    town: client.town,
    state: 'Occitanie',
    country: 'France',
    website: null,
    phonenumber: client.phone,
    fax: null,
    email: `contact@${client.domain}`,
    admin_email: client.size === 'large' ? `informatique@${client.domain}` : null,
    ldap_dn: null,
    tag: client.code,
    mail_domain: client.domain,
    registration_number: null,
    autoclose_delay: -2,
    date_mod: date,
    date_creation: date,
  }
}

/** Houses of an association that have tickets and equipment of their own: entities below a client. */
const branches = [
  { id: 201, parent: 29, name: 'Foyer Les Genêts', mailbox: 'foyer' },
  { id: 202, parent: 29, name: 'ESAT Les Genêts', mailbox: 'esat' },
] as const

function seedBranches(db: GlpiDatabase, date: string): void {
  for (const { id, parent, name, mailbox } of branches) {
    const client = clients.find((candidate) => candidate.id === parent)
    if (!client) throw new Error(`The demo has no client ${parent}`)
    db.insert('Entity', {
      ...entityRow(client, date),
      id,
      name,
      entities_id: parent,
      completename: `${rootClient.name} > ${client.name} > ${name}`,
      level: 3,
      email: `${mailbox}@${client.domain}`,
      tag: null,
    })
  }
}

/** Entities, locations, categories, groups and the small dropdowns. */
export function seedOrganisation(db: GlpiDatabase, date: string): void {
  const root = {
    ...rootClient,
    sector: 'business',
    provider: 'Covage',
    size: 'large',
    sites: [],
    code: 'WIDIP',
  } as const
  db.insert('Entity', {
    ...entityRow(root, date),
    entities_id: null,
    completename: rootClient.name,
    level: 1,
  })
  for (const client of clients) db.insert('Entity', entityRow(client, date))
  seedBranches(db, date)
  for (const client of clients) seedLocations(db, client)
  for (const category of categories) {
    const parent = categories.find((candidate) => candidate.id === category.parent)
    db.insert('ITILCategory', {
      id: category.id,
      entities_id: 0,
      is_recursive: 1,
      itilcategories_id: category.parent,
      name: category.name,
      completename: parent ? `${parent.name} > ${category.name}` : category.name,
      comment: null,
      level: parent ? 2 : 1,
      is_incident: 1,
      is_request: 1,
      is_helpdeskvisible: 1,
    })
  }
  seedDropdowns(db)
}

function seedLocations(db: GlpiDatabase, client: Client): void {
  const shared = { entities_id: client.id, is_recursive: 1, comment: null, town: client.town }
  const town = db.insert('Location', {
    ...shared,
    name: client.town,
    completename: client.town,
    locations_id: 0,
    level: 1,
  })
  for (const site of client.sites) {
    db.insert('Location', {
      ...shared,
      name: site,
      completename: `${client.town} > ${site}`,
      locations_id: town.id,
      level: 2,
    })
  }
}

const named = {
  RequestType: ['Helpdesk', 'E-Mail', 'Téléphone', 'Direct', 'Écrit', 'Autre'],
  SolutionType: ['Intervention à distance', 'Intervention sur site', 'Information'],
  State: ['En service', 'En stock', 'En réparation', 'Réformé'],
  NetworkEquipmentType: ['Routeur', 'Pare-feu', 'Commutateur', 'Borne Wi-Fi'],
} as const

function seedDropdowns(db: GlpiDatabase): void {
  for (const name of ['Support', 'Réseau', 'Applications', 'Responsables']) {
    const shared = { entities_id: 0, is_recursive: 1, groups_id: 0, level: 1, comment: null, is_assign: 1 }
    db.insert('Group', { ...shared, name, completename: name, is_requester: 0 })
  }
  for (const type of ['RequestType', 'SolutionType', 'State', 'NetworkEquipmentType'] as const) {
    for (const name of named[type]) db.insert(type, { name, completename: name, comment: null })
  }
}
