import type { Asset, AssetType, GlpiAssets } from '../domain/organisation.ts'
import { clientNameOf } from '../format/client-name.ts'
import type { SearchRow } from '../schemas.ts'
import { cellNumber, cellText, lineOf } from './cells.ts'
import { search } from './search.ts'
import type { GlpiTransport } from './transport.ts'

/** Search options that all assets of GLPI share. */
const option = { name: 1, id: 2, location: 3, serial: 5, state: 31, model: 40, entity: 80 } as const

const itemtypes: Record<AssetType, string> = {
  computer: 'Computer',
  monitor: 'Monitor',
  network: 'NetworkEquipment',
  printer: 'Printer',
  phone: 'Phone',
  peripheral: 'Peripheral',
}

/** Assets of clients (protocol section 1.6). */
export function createAssets(transport: GlpiTransport): GlpiAssets {
  return {
    async list({ clientId, type, limit }, signal) {
      const { rows, total } = await search(transport, {
        itemtype: itemtypes[type],
        criteria: [{ field: option.entity, type: 'under', value: clientId }],
        columns: Object.values(option),
        sort: { option: option.name, order: 'ASC' },
        limit,
        signal,
      })
      return { assets: rows.flatMap((row) => toAsset(row, type)), total }
    },
  }
}

function toAsset(row: SearchRow, type: AssetType): Asset[] {
  const id = cellNumber(row[option.id])
  if (id === null) return []
  return [
    {
      id,
      type,
      name: lineOf(row, option.name) ?? `#${id}`,
      model: lineOf(row, option.model),
      serial: lineOf(row, option.serial),
      location: lineOf(row, option.location),
      state: lineOf(row, option.state),
      clientName: clientNameOf(cellText(row[option.entity])),
    },
  ]
}
