import { itemtypeOf, itemtypes } from '../../glpi/itemtypes.ts'
import { columns, date, dropdown, flag, type Property, type Schema } from './schema.ts'

/** The asset types of /Assets that GLPI always has. */
const names = ['Computer', 'Monitor', 'NetworkEquipment', 'Printer', 'Phone', 'Peripheral']

/** What `/Assets/<name>` means: its schema, null for a type of which the demo has none, undefined for no type. */
export function assetSchema(name: string): Schema | null | undefined {
  const known = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase())
  if (known === undefined) return undefined
  const itemtype = itemtypeOf(known)
  if (itemtype === undefined) return null
  return {
    itemtype,
    properties: {
      ...columns('id', 'name', 'comment'),
      ...dropdown('status', 'states_id', 'State'),
      ...dropdown('location', 'locations_id', 'Location'),
      ...dropdown('entity', 'entities_id', 'Entity'),
      ...dropdown('manufacturer', 'manufacturers_id', 'Manufacturer'),
      ...related('type', `${known}Type`),
      ...related('model', `${known}Model`),
      ...columns('serial', 'otherserial', 'contact', 'contact_num', 'uuid'),
      ...flag('is_deleted'),
      ...date('date_creation'),
      ...date('date_mod'),
    },
  }
}

function related(property: string, name: string): Record<string, Property> {
  const target = itemtypeOf(name)
  return target === undefined ? {} : dropdown(property, itemtypes[target].foreignKey, target)
}
