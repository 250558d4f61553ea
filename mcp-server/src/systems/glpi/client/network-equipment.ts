import { toPlainLine } from '../format/rich-text.ts'
import { cellText, search } from './search.ts'
import type { GlpiTransport } from './transport.ts'

/** Search options of NetworkEquipment: the common asset ids of GLPI. */
const option = { name: 1, location: 3, model: 40, entity: 80 } as const

export interface Equipment {
  name: string
  model: string | null
  location: string | null
}

export interface GlpiNetworkEquipment {
  /** Network equipment of an entity and of those below it. */
  ofEntity(
    entityId: number,
    limit: number,
    signal?: AbortSignal,
  ): Promise<{ devices: Equipment[]; isComplete: boolean }>
}

export function createNetworkEquipment(transport: GlpiTransport): GlpiNetworkEquipment {
  return {
    async ofEntity(entityId, limit, signal) {
      const found = await search(transport, {
        itemtype: 'NetworkEquipment',
        criteria: [{ field: option.entity, type: 'under', value: entityId }],
        columns: [option.name, option.location, option.model],
        sort: { option: option.name, order: 'ASC' },
        limit,
        signal,
      })
      const line = (text: string | null) => (text === null ? null : toPlainLine(text))
      const devices = found.rows.flatMap((row) => {
        const name = line(cellText(row[option.name]))
        if (name === null) return []
        const model = line(cellText(row[option.model]))
        return [{ name, model, location: line(cellText(row[option.location])) }]
      })
      return { devices, isComplete: found.total <= found.rows.length }
    },
  }
}
