import { createDb, type Db } from '@hub/prisma'
import { createTestDatabase, type TestDatabase } from '@hub/prisma/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addCase, deleteDocument, storedDocument } from '../src/index.ts'

const words =
  'switch port vlan imprimante réseau écran badge session réinitialisée câble sauvegarde portail'.split(' ')
const clients = [undefined, 'Clinique Saint-Jean', 'EHPAD Les Jardins']

let database: TestDatabase
let replicas: [Db, Db]
beforeAll(async () => {
  database = await createTestDatabase()
  replicas = [createDb({ url: database.url }), createDb({ url: database.url })]
})
afterAll(async () => {
  await Promise.all(replicas.map((db) => db.$disconnect()))
  await database.close()
})

/** What the statistics would be if they were counted now. */
async function counted(db: Db) {
  const terms = await db.$queryRaw`SELECT term, scope_id, count(DISTINCT c.number)::int AS chunks
    FROM knowledge_chunks c, unnest(c.terms) term GROUP BY 1, 2 ORDER BY 1, 2`
  const said = await db.$queryRaw`SELECT word, scope_id, count(DISTINCT c.number)::int AS chunks
    FROM knowledge_chunks c, unnest(c.words) word GROUP BY 1, 2 ORDER BY 1, 2`
  const scopes = await db.$queryRaw`SELECT scope_id AS id, count(*)::int AS chunks, sum(length)::int AS length
    FROM knowledge_chunks GROUP BY 1 ORDER BY 1`
  const postings = await db.$queryRaw`SELECT term, scope_id, c.number AS chunk_number, count(*)::int, c.length
    FROM knowledge_chunks c, unnest(c.terms) term GROUP BY 1, 2, 3, 5 ORDER BY 1, 2, 3`
  return { terms, words: said, scopes, postings }
}

async function kept(db: Db) {
  const terms = await db.$queryRaw`SELECT term, scope_id, chunks FROM knowledge_terms ORDER BY 1, 2`
  const said = await db.$queryRaw`SELECT word, scope_id, chunks FROM knowledge_words ORDER BY 1, 2`
  const scopes =
    await db.$queryRaw`SELECT id, chunks, length::int FROM knowledge_scopes WHERE chunks > 0 ORDER BY 1`
  const postings =
    await db.$queryRaw`SELECT term, scope_id, chunk_number, count, length FROM knowledge_postings ORDER BY 1, 2, 3`
  return { terms, words: said, scopes, postings }
}

function createDraw(seed: number): (count: number) => number {
  let state = seed
  return (count) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % count
  }
}

async function change(db: Db, draw: (count: number) => number): Promise<void> {
  const said = () => Array.from({ length: 3 + draw(20) }, () => words[draw(words.length)]).join(' ')
  const now = new Date('2026-11-20T10:00:00Z')
  const solved = { title: said(), problem: said(), cause: said(), solution: said() }
  const client = clients[draw(clients.length)]
  const { documentId } = await addCase({ db, now }, { ...solved, ...(client && { client }) })
  if (draw(3) === 0)
    await db.knowledgeDocument.update({ where: { id: documentId }, data: { audience: `N${draw(4)}` } })
  if (draw(2) === 0) return
  const others = await db.knowledgeDocument.findMany({ select: { id: true }, take: 5 })
  const chosen = others[draw(others.length)]
  const stored = chosen && (await storedDocument(db, chosen.id))
  if (stored) await deleteDocument(db, stored)
}

it('keeps its statistics exact while two replicas save, move and delete at once', async () => {
  const rounds = Array.from({ length: 25 }, (_, round) => round)
  await Promise.all(
    replicas.map(async (db, index) => {
      const draw = createDraw(index + 7)
      for (const _ of rounds) await change(db, draw)
    }),
  )
  const [db] = replicas
  const now = await kept(db)
  expect(now).toEqual(await counted(db))
  expect(await db.knowledgeChunk.count()).toBeGreaterThan(10)
  await db.knowledgeDocument.deleteMany()
  expect(await kept(db)).toEqual({ terms: [], words: [], scopes: [], postings: [] })
})

it('takes back the statistics of what was not saved in the end', async () => {
  const [db] = replicas
  const now = new Date('2026-11-20T10:00:00Z')
  await addCase({ db, now }, { title: 'Un', problem: 'switch', cause: 'port', solution: 'vlan' })
  const before = await kept(db)
  await expect(
    db.$transaction(async (tx) => {
      await tx.knowledgeDocument.deleteMany()
      throw new Error('given up')
    }),
  ).rejects.toThrow('given up')
  expect(await kept(db)).toEqual(before)
  expect(before).toEqual(await counted(db))
})
