import { type GlpiCall, type GlpiReply, ok } from '../call.ts'
import { badRequest } from '../glpi-error.ts'
import { itemtypeOf } from '../itemtypes.ts'
import { optionsOf, searchTypesOf } from '../search/options.ts'
import { badItemtype } from './read-item.ts'

/** GET /listSearchOptions/:itemtype: the ids the search takes, with headings as plain text. */
export function listSearchOptions(call: GlpiCall): GlpiReply {
  const type = itemtypeOf(call.path[1] ?? '')
  if (!type) throw badItemtype()
  const options = optionsOf(type)
  if (!options) throw badRequest(`${type} cannot be searched`)
  const described = options.map((option) => [
    String(option.id),
    {
      name: option.name,
      table: option.table,
      field: option.field,
      datatype: option.datatype,
      nosearch: false,
      nodisplay: false,
      available_searchtypes: searchTypesOf(option),
      uid: `${type}.${option.field}`,
    },
  ])
  return ok({ common: 'Caractéristiques', ...Object.fromEntries(described) })
}
