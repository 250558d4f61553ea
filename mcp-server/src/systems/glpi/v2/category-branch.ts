import type { V2Parts } from './driver-parts.ts'
import { listAll } from './list-items.ts'
import { beginsWith } from './rsql.ts'
import { TreeItem } from './schemas.ts'

const most = 500

/** Ids of a category and of those below it: GLPI does not search "under" a row of a tree. */
export async function branchOf(
  { transport, trees }: V2Parts,
  categoryId: number,
  signal?: AbortSignal,
): Promise<number[]> {
  const name = (await trees.of('category', [categoryId], signal)).get(categoryId)
  if (name === undefined) return [categoryId]
  const below = `${name} > `
  const { items } = await listAll(transport, {
    path: '/Dropdowns/ITILCategory',
    item: TreeItem,
    what: 'the categories',
    filters: [beginsWith('completename', below)],
    limit: most,
    signal,
  })
  return [
    categoryId,
    ...items.filter(({ completename }) => completename.startsWith(below)).map(({ id }) => id),
  ]
}
