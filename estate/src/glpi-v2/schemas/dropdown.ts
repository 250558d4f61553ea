import { itemtypeOf, itemtypes } from '../../glpi/itemtypes.ts'
import { columns, dropdown, flag, type Schema } from './schema.ts'

const served = [
  'ITILCategory',
  'Location',
  'RequestType',
  'SolutionType',
  'State',
  'Manufacturer',
  'UserTitle',
]

/** The schema of a row of /Dropdowns; undefined for a list that the demo does not have. */
export function dropdownSchema(name: string): Schema | undefined {
  const itemtype = itemtypeOf(name)
  if (itemtype === undefined || !served.includes(itemtype)) return undefined
  const { foreignKey } = itemtypes[itemtype]
  const isTree = 'isTree' in itemtypes[itemtype]
  return {
    itemtype,
    properties: {
      ...columns('id', 'name', 'comment'),
      ...(isTree && {
        ...columns('completename', 'level'),
        ...dropdown('parent', foreignKey, itemtype),
        ...dropdown('entity', 'entities_id', 'Entity'),
        ...flag('is_recursive'),
      }),
    },
  }
}
