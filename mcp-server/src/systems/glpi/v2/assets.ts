import type { Asset, AssetType, GlpiAssets } from '../domain/organisation.ts'
import { clientNameOf } from '../format/client-name.ts'
import { toPlainLine } from '../format/rich-text.ts'
import type { V2Parts } from './driver-parts.ts'
import { readEntity } from './entities.ts'
import { listItems } from './list-items.ts'
import { isFalse } from './rsql.ts'
import { AssetItem } from './schemas.ts'

const itemtypes: Record<AssetType, string> = {
  computer: 'Computer',
  monitor: 'Monitor',
  network: 'NetworkEquipment',
  printer: 'Printer',
  phone: 'Phone',
  peripheral: 'Peripheral',
}

/** Assets of clients (protocol section 2.4). */
export function createAssets({ transport, trees }: V2Parts): GlpiAssets {
  return {
    async list({ clientId, type, limit }, signal) {
      // GLPI ignores in silence an entity that it may not open: one that is seen can be opened.
      await readEntity(transport, clientId, signal)
      const { items, total } = await listItems(transport, {
        path: `/Assets/${itemtypes[type]}`,
        item: AssetItem,
        what: 'the assets',
        filters: [isFalse('is_deleted')],
        sort: 'name:asc',
        limit,
        entityId: clientId,
        signal,
      })
      const [locations, entities] = await Promise.all([
        trees.of('location', idsOf(items, 'location'), signal),
        trees.of('entity', idsOf(items, 'entity'), signal),
      ])
      return { assets: items.map((item) => toAsset(item, { type, locations, entities })), total }
    },
  }
}

function idsOf(items: AssetItem[], property: 'location' | 'entity'): number[] {
  return items.flatMap((item) => item[property]?.id ?? [])
}

function toAsset(
  item: AssetItem,
  names: { type: AssetType; locations: Map<number, string>; entities: Map<number, string> },
): Asset {
  const line = (text: string | undefined) => toPlainLine(text ?? '') || null
  const { location, entity } = item
  return {
    id: item.id,
    type: names.type,
    name: line(item.name) ?? `#${item.id}`,
    model: line(item.model?.name),
    serial: line(item.serial),
    location: location ? line(names.locations.get(location.id) ?? location.name) : null,
    state: line(item.status?.name),
    clientName: clientNameOf(entity ? (names.entities.get(entity.id) ?? entity.name) : null),
  }
}
