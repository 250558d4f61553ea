import { type Client, clients } from '../../data/clients.ts'
import { type OfficeKind, officeModels } from '../../data/office-models.ts'
import { createRandom, type Random } from '../../data/random.ts'
import type { GlpiDatabase } from '../database.ts'
import { type Itemtype, itemtypes } from '../itemtypes.ts'

const seed = 20_260_115

const prefixes: Record<OfficeKind, string> = {
  Computer: 'PC',
  Monitor: 'ECR',
  Printer: 'IMP',
  Phone: 'TEL',
  Peripheral: 'PER',
}
const kinds = Object.keys(prefixes) as OfficeKind[]

/** How many of each stand at a client of that size. */
const plans: Record<Client['size'], Record<OfficeKind, number>> = {
  large: { Computer: 24, Monitor: 24, Printer: 5, Phone: 12, Peripheral: 6 },
  medium: { Computer: 9, Monitor: 8, Printer: 2, Phone: 5, Peripheral: 3 },
  small: { Computer: 3, Monitor: 3, Printer: 1, Phone: 2, Peripheral: 1 },
}

/** Entity ids of the houses below a client, which keep a part of its computers. */
function housesOf(db: GlpiDatabase, client: Client): number[] {
  return [client.id, ...db.where('Entity', { entities_id: client.id }).map(({ id }) => id)]
}

/** Computers, screens, printers, phones and peripherals of the clients; it draws from a source of its own. */
export function seedAssets(db: GlpiDatabase, date: string): void {
  const random = createRandom(seed)
  for (const client of clients) {
    const houses = housesOf(db, client)
    for (const kind of kinds) {
      for (let rank = 1; rank <= plans[client.size][kind]; rank += 1) {
        const entity = houses[rank % houses.length] ?? client.id
        const name = `${prefixes[kind]}-${client.code}-${String(rank).padStart(3, '0')}`
        db.insert(kind, { ...assetRow(db, kind, random), entities_id: entity, name, ...dates(date) })
      }
    }
  }
}

const dates = (date: string) => ({ date_mod: date, date_creation: date })

function assetRow(db: GlpiDatabase, kind: OfficeKind, random: Random) {
  const model = random.pick(officeModels[kind])
  return {
    is_recursive: 0,
    serial: `${model.serialPrefix}${random.hex(7).toUpperCase()}`,
    otherserial: null,
    contact: null,
    contact_num: null,
    users_id_tech: 0,
    groups_id_tech: 1,
    comment: null,
    locations_id: 0,
    [itemtypes[`${kind}Type`].foreignKey]: idOf(db, `${kind}Type`, model.type),
    [itemtypes[`${kind}Model`].foreignKey]: idOf(db, `${kind}Model`, model.model),
    manufacturers_id: idOf(db, 'Manufacturer', model.manufacturer),
    is_deleted: 0,
    is_template: 0,
    template_name: null,
    users_id: 0,
    groups_id: 0,
    states_id: random.chance(0.9) ? 1 : 2,
    is_dynamic: 0,
    uuid: null,
  }
}

function idOf(db: GlpiDatabase, type: Itemtype, name: string): number {
  return (db.where(type, { name })[0] ?? db.insert(type, { name, comment: null })).id
}
