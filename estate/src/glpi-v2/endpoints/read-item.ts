import type { Row } from '../../glpi/database.ts'
import type { Itemtype } from '../../glpi/itemtypes.ts'
import { createVisibility } from '../../glpi/visibility.ts'
import type { V2Call, V2Reply } from '../call.ts'
import { present, type Schema } from '../schemas/schema.ts'
import { itemNotFound } from '../v2-error.ts'

/** The row, if it exists and the entities of the request show it; throws ERROR_ITEM_NOT_FOUND. */
export function visibleRow(call: V2Call, itemtype: Itemtype, id: number): Row {
  const row = call.server.glpi.db.find(itemtype, id)
  if (!row || !createVisibility(call.glpi)(itemtype, row)) throw itemNotFound()
  return row
}

/** One item by its number; also one in the bin. */
export function readItem(call: V2Call, schema: Schema, id: number): V2Reply {
  const row = visibleRow(call, schema.itemtype, id)
  return { status: 200, body: present(schema, row, call.server.glpi.db) }
}
