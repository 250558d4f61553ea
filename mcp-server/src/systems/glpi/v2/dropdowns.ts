import type { GlpiDropdowns } from '../domain/organisation.ts'
import type { NamedItem } from '../domain/ticket.ts'
import { toPlainLine } from '../format/rich-text.ts'
import { bestFirst, searchWords } from '../format/search-words.ts'
import { listItems } from './list-items.ts'
import { contains } from './rsql.ts'
import { TreeItem } from './schemas.ts'
import type { V2Transport } from './transport.ts'

/** Groups and categories by their names. */
export function createDropdowns(transport: V2Transport): GlpiDropdowns {
  const find =
    (path: string, what: string) =>
    async (query: string, limit: number, signal?: AbortSignal): Promise<NamedItem[]> => {
      const words = searchWords(query)
      if (words.length === 0) return []
      const filters = words.map((word) => contains('completename', word))
      const request = { path, item: TreeItem, what, filters, sort: 'completename:asc', limit, signal }
      const { items } = await listItems(transport, request)
      const named = items.map(({ id, name, completename }) => ({
        id,
        name: toPlainLine(completename || name),
      }))
      return bestFirst(query, named, ({ name }) => name.split(' > ').at(-1) ?? name)
    }
  return {
    groups: find('/Administration/Group', 'the groups'),
    categories: find('/Dropdowns/ITILCategory', 'the categories'),
  }
}
