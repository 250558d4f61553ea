import { listAll } from './list-items.ts'
import { oneOf } from './rsql.ts'
import { TreeItem } from './schemas.ts'
import type { V2Transport } from './transport.ts'

const paths = {
  category: '/Dropdowns/ITILCategory',
  location: '/Dropdowns/Location',
  entity: '/Administration/Entity',
} as const
export type Tree = keyof typeof paths

export interface TreeNames {
  /** Complete names ("Network > VPN") by id; what is hidden from the Hub is left out. */
  of(tree: Tree, ids: readonly number[], signal?: AbortSignal): Promise<Map<number, string>>
}

const keepMs = 5 * 60_000
const batchSize = 50

/** Items point to trees by id and short name only: the complete names are read beside and kept five minutes. */
export function createTreeNames(transport: V2Transport): TreeNames {
  const kept = new Map<string, { name: string | null; until: number }>()

  async function read(tree: Tree, ids: number[], signal?: AbortSignal): Promise<void> {
    const request = { path: paths[tree], item: TreeItem, what: 'the names', limit: batchSize, signal }
    const { items } = await listAll(transport, { ...request, filters: [oneOf('id', ids)] })
    const names = new Map(items.map((item) => [item.id, item.completename || item.name]))
    const until = Date.now() + keepMs
    for (const id of ids) kept.set(`${tree} ${id}`, { name: names.get(id) ?? null, until })
  }

  return {
    async of(tree, ids, signal) {
      const now = Date.now()
      for (const [key, { until }] of kept) if (until <= now) kept.delete(key)
      const wanted = [...new Set(ids)]
      const unknown = wanted.filter((id) => !kept.has(`${tree} ${id}`))
      for (let start = 0; start < unknown.length; start += batchSize) {
        await read(tree, unknown.slice(start, start + batchSize), signal)
      }
      return new Map(
        wanted.flatMap((id): [number, string][] => {
          const name = kept.get(`${tree} ${id}`)?.name
          return name ? [[id, name]] : []
        }),
      )
    },
  }
}
