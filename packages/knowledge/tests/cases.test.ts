import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addCase,
  casePath,
  createKnowledgeSearch,
  deleteDocument,
  documentText,
  isFromFolder,
  locateDocument,
  readDocument,
  storedDocument,
} from '../src/index.ts'
import { documentText as fileText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

const now = new Date('2026-11-20T10:00:00Z')
const solved = {
  title: 'Imprimante du secrétariat muette',
  problem: 'La file reste pleine ; erreur `0x0000011b`.',
  cause: 'Mise à jour du serveur d’impression <https://example.test/kb>.',
  solution: '1. Vider la file\n2. Relancer le *spouleur* avec `net stop <service>`',
  ticketId: 1234,
}

let base: KnowledgeBase
beforeAll(async () => {
  base = await openKnowledgeBase()
})
afterAll(() => base.close())
beforeEach(() => base.db.knowledgeDocument.deleteMany())

const add = (more = {}) => addCase({ db: base.db, now }, { ...solved, ...more })

describe('addCase', () => {
  it('stores a case that is found at once, with where it comes from', async () => {
    const { documentId, path, alreadyThere } = await add()
    expect({ path, alreadyThere }).toEqual({ path: casePath(solved), alreadyThere: false })
    const { passages } = await createKnowledgeSearch({ db: base.db })({ query: '0x0000011b', limit: 3 })
    expect(passages[0]).toMatchObject({ documentId, path, kind: 'case', title: solved.title })
    const document = await readDocument({ db: base.db }, documentId)
    expect(document.updatedAt).toBe('2026-11-20T00:00:00.000Z')
    const text = documentText(document.chunks)
    for (const part of ['## Problème', '`net stop <service>`', 'Ticket GLPI n° 1234'])
      expect(text).toContain(part)
  })

  it('stores the same words once, whatever their ticket and line ends, also when they come at once', async () => {
    const both = await Promise.all([add(), add({ ticketId: 5678, cause: `${solved.cause}\r\n` })])
    expect(both.map(({ alreadyThere }) => alreadyThere).sort()).toEqual([false, true])
    expect(new Set(both.map(({ documentId }) => documentId)).size).toBe(1)
    expect(await base.db.knowledgeDocument.count()).toBe(1)
    await add({ solution: 'Autre chose.' })
    await add({ client: 'Clinique Saint-Jean' })
    expect(await base.db.knowledgeDocument.count()).toBe(3)
  })

  it('keeps a case of one client for N1 and up', async () => {
    const { documentId } = await add({ client: 'Clinique Saint-Jean' })
    const missing = { code: 'NOT_FOUND', reason: 'knowledge.document' }
    await expect(readDocument({ db: base.db }, documentId)).rejects.toMatchObject(missing)
    expect((await readDocument({ db: base.db, audience: 'N1' }, documentId)).title).toBe(solved.title)
  })

  it.each([
    ['cause', 'Le champ <b>nom</b> <img alt="perdu" src="x">'],
    ['solution', 'Voir ci-dessous.\n\n[réf]: https://example.test/secret'],
  ])('refuses a %s whose markup would vanish', async (field, text) => {
    await expect(add({ [field]: text })).rejects.toMatchObject({
      code: 'VALIDATION',
      reason: 'knowledge.lost_text',
      fields: [{ path: field }],
    })
    expect(await base.db.knowledgeDocument.count()).toBe(0)
  })

  it('is not touched by the ingestion of the folder', async () => {
    const { documentId } = await add()
    await base.write('procedures/vpn.md', fileText('VPN', 'Ouvrir FortiClient.'))
    expect(await base.ingest()).toMatchObject({ added: 1, removed: 0 })
    expect(await base.ingest()).toMatchObject({ unchanged: 1, removed: 0 })
    expect((await readDocument({ db: base.db }, documentId)).title).toBe(solved.title)
  })
})

describe('locateDocument', () => {
  it('knows a document by id, path and passage, for those who may read it', async () => {
    const { documentId, path } = await add({ client: 'Clinique Saint-Jean' })
    const passage = await base.db.knowledgeChunk.findFirstOrThrow({ where: { documentId } })
    for (const reference of [documentId, path, passage.id]) {
      expect(await locateDocument({ db: base.db, audience: 'N1' }, reference)).toBe(documentId)
      await expect(locateDocument({ db: base.db }, reference)).rejects.toMatchObject({
        reason: 'knowledge.document',
      })
    }
    await expect(locateDocument({ db: base.db, audience: 'N4' }, randomUUID())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(locateDocument({ db: base.db, audience: 'N4' }, '%')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('deleteDocument', () => {
  it('deletes the document with its passages, once, and nothing else', async () => {
    const { documentId } = await add()
    const other = await add({ solution: 'Autre chose.' })
    const stored = await storedDocument(base.db, documentId)
    if (!stored) throw new Error('not stored')
    expect(stored).toMatchObject({ kind: 'case', audience: 'N0', clientName: null })
    expect(stored.passages).toBeGreaterThan(0)
    expect(isFromFolder(stored)).toBe(false)
    expect(await deleteDocument(base.db, { ...stored, contentHash: 'f'.repeat(64) })).toBe(false)
    expect(await deleteDocument(base.db, stored)).toBe(true)
    expect(await deleteDocument(base.db, stored)).toBe(false)
    expect(await storedDocument(base.db, documentId)).toBeUndefined()
    expect(await base.db.knowledgeChunk.count({ where: { documentId } })).toBe(0)
    expect(await storedDocument(base.db, other.documentId)).toBeDefined()
  })
})
