import type { Siblings } from '@hub/contracts'
import { type Db, Prisma } from '@hub/prisma'
import type { MessageRow } from '../message.store.ts'
import { inheritedIds, type Tree } from './path.store.ts'

interface Candidate {
  id: string
  parentId: string | null
  conversationId: string
  rank: bigint
}

/** The place of each message of a page among those that follow the same one, as its conversation shows them. */
export async function readSiblings(
  db: Db,
  view: { tree: Tree; originId: string | null; rows: MessageRow[] },
): Promise<Map<string, Siblings>> {
  const candidates = await listCandidates(db, view)
  const shown = await shownOf(db, view, candidates)
  const families = Map.groupBy(shown, ({ parentId }) => parentId ?? '')
  return new Map(view.rows.map((row) => [row.id, placeOf(row.id, families.get(row.parentId ?? '') ?? [])]))
}

/** First questions have no parent: they are told apart by their conversation. */
async function listCandidates(
  db: Db,
  { tree, originId, rows }: Parameters<typeof readSiblings>[1],
): Promise<Candidate[]> {
  const parents = rows.flatMap(({ parentId }) => parentId ?? [])
  const trees = originId === null ? [tree.id] : [tree.id, originId]
  const own = tree.forkId === null ? Prisma.sql`AND conversation_id = ${tree.id}::uuid` : Prisma.empty
  const columns = Prisma.sql`SELECT id, parent_id AS "parentId", conversation_id AS "conversationId", rank`
  const following = Prisma.sql`${columns} FROM messages WHERE parent_id = ANY(${parents}::uuid[]) ${own}`
  const first = Prisma.sql`
    UNION ALL
    ${columns} FROM messages WHERE parent_id IS NULL AND conversation_id = ANY(${trees}::uuid[])`
  const hasFirst = parents.length < rows.length
  return db.$queryRaw<Candidate[]>`${following} ${hasFirst ? first : Prisma.empty} ORDER BY rank`
}

/** Of an earlier conversation only what leads to the branch is shown. */
async function shownOf(
  db: Db,
  { tree, rows }: Parameters<typeof readSiblings>[1],
  candidates: Candidate[],
): Promise<Candidate[]> {
  const onPage = new Set(rows.map(({ id }) => id))
  const isKnown = (one: Candidate) => one.conversationId === tree.id || onPage.has(one.id)
  const inheritedParents = new Set(
    rows.filter((row) => row.conversationId !== tree.id).map(({ parentId }) => parentId),
  )
  const unsure = candidates.filter((one) => !isKnown(one) && !inheritedParents.has(one.parentId))
  const [oldest] = unsure
  const inherited = new Set(oldest ? await inheritedIds(db, tree, oldest.rank) : [])
  return candidates.filter((one) => isKnown(one) || inherited.has(one.id))
}

function placeOf(id: string, family: Candidate[]): Siblings {
  const index = family.findIndex((one) => one.id === id)
  return {
    index: Math.max(index, 0),
    count: Math.max(family.length, 1),
    previousId: family[index - 1]?.id ?? null,
    nextId: (index < 0 ? undefined : family[index + 1]?.id) ?? null,
  }
}
