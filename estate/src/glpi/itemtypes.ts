/** What the API needs to know of one itemtype. */
export interface ItemtypeInfo {
  table: string
  /** Column by which other rows point here. */
  foreignKey: string
  /** How visibility follows the entities: own column, through the ticket, or none (a shared dropdown). */
  scope: 'entity' | 'ticket' | 'none'
  /** Trees show their completename where others show their name. */
  isTree?: boolean
}

const dropdown = (table: string, foreignKey: string): ItemtypeInfo => ({ table, foreignKey, scope: 'none' })

/** An asset with the dropdowns of its models and types. */
function assetTables<Name extends string, Plural extends string>(name: Name, plural: Plural) {
  const single = plural.slice(0, -1)
  return {
    [name]: { table: `glpi_${plural}`, foreignKey: `${plural}_id`, scope: 'entity' },
    [`${name}Model`]: dropdown(`glpi_${single}models`, `${single}models_id`),
    [`${name}Type`]: dropdown(`glpi_${single}types`, `${single}types_id`),
  } as Record<Name | `${Name}Model` | `${Name}Type`, ItemtypeInfo>
}

/** The itemtypes that the demo GLPI serves. */
export const itemtypes = {
  Ticket: { table: 'glpi_tickets', foreignKey: 'tickets_id', scope: 'entity' },
  Entity: { table: 'glpi_entities', foreignKey: 'entities_id', scope: 'entity', isTree: true },
  User: { table: 'glpi_users', foreignKey: 'users_id', scope: 'entity' },
  UserEmail: { table: 'glpi_useremails', foreignKey: 'useremails_id', scope: 'none' },
  UserTitle: dropdown('glpi_usertitles', 'usertitles_id'),
  Group: { table: 'glpi_groups', foreignKey: 'groups_id', scope: 'entity', isTree: true },
  NetworkEquipment: { table: 'glpi_networkequipments', foreignKey: 'networkequipments_id', scope: 'entity' },
  NetworkEquipmentModel: dropdown('glpi_networkequipmentmodels', 'networkequipmentmodels_id'),
  NetworkEquipmentType: dropdown('glpi_networkequipmenttypes', 'networkequipmenttypes_id'),
  ...assetTables('Computer', 'computers'),
  ...assetTables('Monitor', 'monitors'),
  ...assetTables('Printer', 'printers'),
  ...assetTables('Phone', 'phones'),
  ...assetTables('Peripheral', 'peripherals'),
  Contact: { table: 'glpi_contacts', foreignKey: 'contacts_id', scope: 'entity' },
  Manufacturer: dropdown('glpi_manufacturers', 'manufacturers_id'),
  State: dropdown('glpi_states', 'states_id'),
  RequestType: dropdown('glpi_requesttypes', 'requesttypes_id'),
  SolutionType: dropdown('glpi_solutiontypes', 'solutiontypes_id'),
  ITILCategory: {
    table: 'glpi_itilcategories',
    foreignKey: 'itilcategories_id',
    scope: 'entity',
    isTree: true,
  },
  Location: { table: 'glpi_locations', foreignKey: 'locations_id', scope: 'entity', isTree: true },
  ITILFollowup: { table: 'glpi_itilfollowups', foreignKey: 'itilfollowups_id', scope: 'ticket' },
  TicketTask: { table: 'glpi_tickettasks', foreignKey: 'tickettasks_id', scope: 'ticket' },
  ITILSolution: { table: 'glpi_itilsolutions', foreignKey: 'itilsolutions_id', scope: 'ticket' },
  Ticket_User: { table: 'glpi_tickets_users', foreignKey: 'tickets_users_id', scope: 'ticket' },
  Group_Ticket: { table: 'glpi_groups_tickets', foreignKey: 'groups_tickets_id', scope: 'ticket' },
} as const satisfies Record<string, ItemtypeInfo>

export type Itemtype = keyof typeof itemtypes

/** What clients own. */
export const assetTypes = [
  'Computer',
  'Monitor',
  'NetworkEquipment',
  'Printer',
  'Phone',
  'Peripheral',
] as const satisfies readonly Itemtype[]
export type AssetType = (typeof assetTypes)[number]

export const itemtypeNames = Object.keys(itemtypes) as Itemtype[]

const byLowerCase = new Map(itemtypeNames.map((type) => [type.toLowerCase(), type]))
const byForeignKey = new Map(itemtypeNames.map((type) => [itemtypes[type].foreignKey as string, type]))

/** Finds an itemtype whatever its letter case, as GLPI does. */
export const itemtypeOf = (name: string): Itemtype | undefined => byLowerCase.get(name.toLowerCase())

/** The itemtype that a column such as `users_id_recipient` points to. */
export function targetOf(column: string): Itemtype | undefined {
  const key = /^(.+?_id)(?:_.+)?$/.exec(column)?.[1]
  return key === undefined ? undefined : byForeignKey.get(key)
}

/** Column by which rows of a ticket's timeline point to the ticket. */
export const ticketOf = (type: Itemtype) =>
  type === 'ITILFollowup' || type === 'ITILSolution' ? 'items_id' : 'tickets_id'
