import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KnowledgeGaps, KnowledgeMark, KnowledgeMarks, TriedSearch } from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ApiClient, signIn } from './harness/api-client.ts'
import { startTestHub, type TestHub } from './harness/start-test-hub.ts'

let hub: TestHub
let folder: string
const people: Record<string, ApiClient> = {}
const as = (login: string): ApiClient => {
  const client = people[login]
  if (!client) throw new Error(`${login} is not signed in`)
  return client
}
const sheet = (title: string, { audience = 'N1', text }: { audience?: string; text: string }) =>
  `---\ntitle: ${title}\nkind: procedure\naudience: ${audience}\nupdated: 2026-11-02\n---\n# ${title}\n\n${text}\n`
const write = (name: string, text: string) => writeFile(join(folder, name), text)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-knowledge-rights-'))
  await write('onduleur.md', sheet('Onduleur', { text: 'Appuyer dix secondes sur le bouton vert.' }))
  await write('sauvegarde.md', sheet('Sauvegarde', { text: 'Les bandes vont au coffre le vendredi.' }))
  await write('armoire.md', sheet('Armoire', { audience: 'N3', text: 'La clef zircon est au sous-sol.' }))
  hub = await startTestHub({ withoutWorkflows: true, env: { RAG_DOCUMENTS_DIR: folder } })
  for (const login of ['mmartin', 'jdupont', 'slegrand', 'abenali', 'pmoreau'])
    people[login] = await signIn(hub, login)
})
afterAll(async () => {
  await hub?.close()
  await rm(folder, { recursive: true, force: true })
})

const search = async (login: string, query: string) =>
  TriedSearch.parse((await as(login).send('POST', '/api/knowledge/search', { query })).body)
const passageOf = async (login: string, query: string) => {
  const [passage] = (await search(login, query)).passages
  if (!passage) throw new Error(`nothing is found for ${query}`)
  return passage
}
const mark = (login: string, chunkId: string, kind = 'wrong') =>
  as(login).send('POST', `/api/knowledge/chunks/${chunkId}/marks`, { kind, note: 'À revoir.' })
const resolve = (login: string, id: string, decision: string) =>
  as(login).send('POST', `/api/knowledge/marks/${id}/resolve`, { decision })
const marksOf = async (login: string) =>
  KnowledgeMarks.parse((await as(login).get('/api/knowledge/marks')).body).items

describe('a mark', () => {
  it('keeps what it quotes from those who could not read it, also once the document is open', async () => {
    const { chunkId } = await passageOf('abenali', 'clef zircon')
    const { id } = KnowledgeMark.parse((await mark('abenali', chunkId)).body)
    await write('armoire.md', sheet('Armoire', { text: 'La clef est à demander au responsable.' }))
    const stored = () => hub.db.knowledgeDocument.findUnique({ where: { path: 'armoire.md' } })
    await vi.waitFor(async () => expect(await stored()).toMatchObject({ audience: 'N1' }), {
      timeout: 15_000,
    })
    expect(JSON.stringify(await marksOf('mmartin'))).not.toContain('zircon')
    expect((await marksOf('jdupont')).map((one) => one.id)).not.toContain(id)
    for (const decision of ['confirm', 'dismiss'])
      expect(await resolve('jdupont', id, decision)).toMatchObject({
        status: 404,
        body: { error: { reason: 'knowledge.mark' } },
      })
    expect((await marksOf('abenali')).map(({ excerpt }) => excerpt).join()).toContain('zircon')
    expect((await resolve('abenali', id, 'dismiss')).status).toBe(200)
  })
})

describe('a question that found nothing', () => {
  const gapsOf = async (login: string, query = '') =>
    KnowledgeGaps.parse((await as(login).get(`/api/knowledge/gaps${query}`)).body)
  const dismiss = (login: string, id: string) => as(login).send('POST', `/api/knowledge/gaps/${id}/dismiss`)

  it('is told to those who may read what it was asked with, and theirs to deal with', async () => {
    await search('mmartin', 'badgeuse du parking')
    await search('abenali', 'rachat confidentiel du laboratoire')
    await search('abenali', 'badgeuse du parking')
    const [below, above] = [(await gapsOf('jdupont')).items, (await gapsOf('abenali')).items]
    expect(below.map(({ query, audience }) => [query, audience])).toEqual([['badgeuse du parking', 'N1']])
    expect(above.map(({ audience }) => audience).sort()).toEqual(['N1', 'N3', 'N3'])
    const first = await gapsOf('jdupont', '?limit=1')
    expect(first).toMatchObject({ items: [{ audience: 'N1' }], nextCursor: null })

    const closed = above.find(({ query }) => query.includes('rachat'))
    const id = String(closed?.id)
    expect(await dismiss('jdupont', id)).toMatchObject({
      status: 404,
      body: { error: { reason: 'knowledge.gap' } },
    })
    expect((await dismiss('abenali', id)).status).toBe(204)
    expect((await dismiss('jdupont', String(below[0]?.id))).status).toBe(204)
  })
})

describe('leaving a passage out of searches', () => {
  it('takes two people', async () => {
    const { chunkId } = await passageOf('jdupont', 'bouton vert')
    const { id } = KnowledgeMark.parse((await mark('jdupont', chunkId)).body)
    expect(await resolve('jdupont', id, 'confirm')).toMatchObject({
      status: 403,
      body: { error: { reason: 'knowledge.mark_own' } },
    })
    expect((await search('mmartin', 'bouton vert')).passages.map((one) => one.chunkId)).toContain(chunkId)
    expect((await resolve('slegrand', id, 'confirm')).body).toMatchObject({ state: 'confirmed' })
    expect((await search('mmartin', 'bouton vert')).passages.map((one) => one.chunkId)).not.toContain(chunkId)
    expect((await resolve('jdupont', id, 'dismiss')).status).toBe(200)
  })

  it('lets the one who was mistaken take a mark back', async () => {
    const { chunkId } = await passageOf('jdupont', 'bandes coffre vendredi')
    const { id } = KnowledgeMark.parse((await mark('jdupont', chunkId, 'outdated')).body)
    expect((await resolve('jdupont', id, 'dismiss')).body).toMatchObject({ state: 'dismissed' })
  })

  it('is asked for so often a minute and no more', async () => {
    const absent = '00000000-0000-4000-8000-000000000000'
    const statuses = async (most: number, ask: () => Promise<{ status: number }>) => {
      const seen: number[] = []
      for (let n = 0; n < most; n += 1) seen.push((await ask()).status)
      return [seen.filter((status) => status === 404).length, seen.at(-1)]
    }
    expect(await statuses(21, () => mark('slegrand', absent))).toEqual([20, 429])
    expect(await statuses(61, () => resolve('pmoreau', absent, 'dismiss'))).toEqual([60, 429])
    const refused = await resolve('pmoreau', absent, 'dismiss')
    expect(refused.body).toMatchObject({ error: { reason: 'limit.mark_resolve' } })
  })
})
