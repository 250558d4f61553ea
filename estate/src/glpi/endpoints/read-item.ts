import { type GlpiCall, type GlpiReply, ok } from '../call.ts'
import type { Row } from '../database.ts'
import { badRequest, GlpiError, itemNotFound } from '../glpi-error.ts'
import { type Itemtype, itemtypeOf, itemtypes } from '../itemtypes.ts'
import { listAt } from '../php-query.ts'
import { presentItem } from '../present.ts'
import { createVisibility } from '../visibility.ts'
import { listItems } from './list-items.ts'

/** The row, if it exists and the active entities show it; throws ERROR_ITEM_NOT_FOUND. */
export function visibleRow(call: GlpiCall, type: Itemtype, id: string): Row {
  const row = /^\d+$/.test(id) ? call.server.db.find(type, Number(id)) : undefined
  if (!row || !createVisibility(call)(type, row)) throw itemNotFound()
  return row
}

/** GET /:itemtype/:id (1.4). */
export function readItem(call: GlpiCall, type: Itemtype, id: string): GlpiReply {
  const row = visibleRow(call, type, id)
  const modified = typeof row.date_mod === 'string' ? { 'Last-Modified': row.date_mod } : undefined
  return { status: 200, body: presentItem(call, type, row), ...(modified && { headers: modified }) }
}

/** GET /:itemtype/:id/:sub_itemtype: the rows that point to the item. */
export function listSubItems(
  call: GlpiCall,
  parent: { type: Itemtype; id: string },
  subName: string,
): GlpiReply {
  const sub = itemtypeOf(subName)
  if (!sub) throw badItemtype()
  const { id } = visibleRow(call, parent.type, parent.id)
  const key = itemtypes[parent.type].foreignKey
  return listItems(call, sub, (row) => (row.itemtype === parent.type ? row.items_id === id : row[key] === id))
}

export const badItemtype = () =>
  new GlpiError(
    400,
    'ERROR_RESOURCE_NOT_FOUND_NOR_COMMONDBTM',
    'resource not found or not an instance of CommonDBTM',
  )

/** GET /getMultipleItems: in request order; the first one that is missing fails the whole call. */
export function readMultipleItems(call: GlpiCall): GlpiReply {
  const wanted = listAt(call.query, 'items')
  if (wanted.length === 0) throw new GlpiError(400, 'ERROR_BAD_ARRAY', 'items parameter is missing')
  return ok(
    wanted.map((item) => {
      if (typeof item === 'string') throw badRequest('items must hold itemtype and items_id')
      const type = itemtypeOf(String(item.itemtype))
      if (!type) throw badItemtype()
      return presentItem(call, type, visibleRow(call, type, String(item.items_id)))
    }),
  )
}
