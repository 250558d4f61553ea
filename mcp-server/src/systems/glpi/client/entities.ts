import { toPlainLine } from '../format/rich-text.ts'
import type { SearchRow } from '../schemas.ts'
import { type Criterion, cellNumber, cellText, search } from './search.ts'
import type { GlpiTransport } from './transport.ts'

/** Search options of Entity (protocol section 1.6). */
const option = { completeName: 1, id: 2, phone: 5, email: 6, town: 11, name: 14 } as const

export interface Entity {
  id: number
  name: string
  completeName: string
  town: string | null
  phone: string | null
  email: string | null
}

export interface GlpiEntities {
  /** Entities whose complete name holds every word of `query`; those whose own name holds them all come first. */
  find(query: string, limit: number, signal?: AbortSignal): Promise<{ entities: Entity[]; total: number }>
}

export function createEntities(transport: GlpiTransport): GlpiEntities {
  return {
    async find(query, limit, signal) {
      const words = searchWords(query)
      if (words.length === 0) return { entities: [], total: 0 }
      const criteria = words.map(
        (value): Criterion => ({ field: option.completeName, type: 'contains', value }),
      )
      const columns = Object.values(option)
      const sort = { option: option.completeName, order: 'ASC' } as const
      const found = await search(transport, { itemtype: 'Entity', criteria, columns, sort, limit, signal })
      const entities = found.rows.flatMap(toEntity)
      return { entities: byOwnName(entities, words), total: found.total }
    },
  }
}

/** Words of a name: `^` and `$` would be anchors, and "St-Jean" must find "St Jean". */
function searchWords(query: string): string[] {
  return query.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

function toEntity(row: SearchRow): Entity[] {
  const id = cellNumber(row[option.id])
  const completeName = cellText(row[option.completeName])
  if (id === null || completeName === null) return []
  const full = toPlainLine(completeName)
  return [
    {
      id,
      name: lineOf(row, option.name) ?? full.split(' > ').at(-1) ?? full,
      completeName: full,
      town: lineOf(row, option.town),
      phone: lineOf(row, option.phone),
      email: lineOf(row, option.email),
    },
  ]
}

function lineOf(row: SearchRow, id: number): string | null {
  const text = cellText(row[id])
  return text === null ? null : toPlainLine(text)
}

function byOwnName(entities: Entity[], words: string[]): Entity[] {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const isOwn = ({ name }: Entity) => words.every((word) => fold(name).includes(fold(word)))
  return [...entities.filter(isOwn), ...entities.filter((entity) => !isOwn(entity))]
}
