import { assetTypes, type Itemtype } from '../itemtypes.ts'
import { assetOptions, contactOptions, entityOptions, userOptions } from './asset-options.ts'
import { column, dropdown, type SearchOption } from './option.ts'
import { ticketOptions } from './ticket-options.ts'

const tree = (type: 'ITILCategory' | 'Location' | 'Group', parent: string): readonly SearchOption[] => [
  column(type, [1, 'Nom complet'], 'completename', 'itemlink'),
  column(type, [2, 'ID'], 'id', 'number'),
  column(type, [14, 'Nom'], 'name', 'itemlink'),
  column(type, [16, 'Commentaires'], 'comment', 'text'),
  column(type, [86, 'Sous-entités'], 'is_recursive', 'bool'),
  dropdown([13, 'Père'], parent, type),
  dropdown([80, 'Entité'], 'entities_id', 'Entity'),
]

const served: Partial<Record<Itemtype, readonly SearchOption[]>> = {
  Ticket: ticketOptions,
  Entity: entityOptions,
  User: userOptions,
  Contact: contactOptions,
  ...Object.fromEntries(assetTypes.map((type) => [type, assetOptions(type)])),
  ITILCategory: tree('ITILCategory', 'itilcategories_id'),
  Location: tree('Location', 'locations_id'),
  Group: tree('Group', 'groups_id'),
}

/** Search options of an itemtype; undefined when the demo does not search it. */
export const optionsOf = (type: Itemtype): readonly SearchOption[] | undefined => served[type]

/** Columns shown without being asked for: name and entity, and for tickets the id. */
export const implicitColumns = (type: Itemtype): readonly number[] =>
  type === 'Ticket' ? [1, 80, 2] : [1, 80]

/** Columns shown when the client names none. */
export const usualColumns = (type: Itemtype): readonly number[] =>
  type === 'Ticket'
    ? [2, 12, 19, 15, 3, 4, 5, 7]
    : assetTypes.some((asset) => asset === type)
      ? [31, 23, 3, 4, 40]
      : [14]

const commonTypes = ['contains', 'notcontains', 'equals', 'notequals', 'empty']
const typesByDatatype: Partial<Record<SearchOption['datatype'], readonly string[]>> = {
  datetime: ['equals', 'notequals', 'lessthan', 'morethan', 'contains', 'empty'],
  specific: ['equals', 'notequals'],
  bool: ['equals', 'notequals'],
  number: ['contains', 'notcontains', 'equals', 'notequals', 'lessthan', 'morethan'],
}

/** The operators an option announces; GLPI also takes `contains` where it is not announced. */
export const searchTypesOf = (option: SearchOption): readonly string[] => [
  ...(typesByDatatype[option.datatype] ?? commonTypes),
  ...(option.tree ? ['under', 'notunder'] : []),
]
