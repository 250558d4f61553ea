import type { GlpiDropdowns } from '../domain/organisation.ts'
import type { NamedItem } from '../domain/ticket.ts'
import { bestFirst, searchWords } from '../format/search-words.ts'
import { cellNumber, lineOf } from './cells.ts'
import { wordIn } from './criteria.ts'
import { search } from './search.ts'
import type { GlpiTransport } from './transport.ts'

/** Search options of tree dropdowns (protocol section 1.6). */
const option = { completeName: 1, id: 2 } as const

/** Groups and categories by their names. */
export function createDropdowns(transport: GlpiTransport): GlpiDropdowns {
  const find =
    (itemtype: string) =>
    async (query: string, limit: number, signal?: AbortSignal): Promise<NamedItem[]> => {
      const words = searchWords(query)
      if (words.length === 0) return []
      const { rows } = await search(transport, {
        itemtype,
        criteria: words.map((word) => wordIn([option.completeName], word)),
        columns: Object.values(option),
        sort: { option: option.completeName, order: 'ASC' },
        limit,
        signal,
      })
      const items = rows.flatMap((row): NamedItem[] => {
        const id = cellNumber(row[option.id])
        const name = lineOf(row, option.completeName)
        return id === null || name === null ? [] : [{ id, name }]
      })
      return bestFirst(query, items, ({ name }) => name.split(' > ').at(-1) ?? name)
    }
  return { groups: find('Group'), categories: find('ITILCategory') }
}
