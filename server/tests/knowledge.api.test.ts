import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  KnowledgeDocument,
  KnowledgeGaps,
  KnowledgeMark,
  KnowledgeMarks,
  KnowledgeState,
  ListedDocuments,
  TriedSearch,
} from '@hub/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ApiClient, request, signIn } from './harness/api-client.ts'
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
  folder = await mkdtemp(join(tmpdir(), 'hub-knowledge-api-'))
  await write(
    'imprimante.md',
    sheet('Imprimante bloquée', { text: '## File\n\nVider la file puis relancer le spouleur.' }),
  )
  await write(
    'coffre.md',
    sheet('Coffre des mots', { audience: 'N3', text: 'Le coffre zircon est au siège.' }),
  )
  await write('casse.md', 'sans en-tête')
  hub = await startTestHub({ withoutWorkflows: true, env: { RAG_DOCUMENTS_DIR: folder } })
  for (const login of ['mmartin', 'jdupont', 'abenali']) people[login] = await signIn(hub, login)
})
afterAll(async () => {
  await hub?.close()
  await rm(folder, { recursive: true, force: true })
})

const documentsOf = async (login: string, query = '') =>
  ListedDocuments.parse((await as(login).get(`/api/knowledge/documents${query}`)).body).items
const search = async (login: string, query: string) =>
  TriedSearch.parse((await as(login).send('POST', '/api/knowledge/search', { query })).body)
const spooler = async () => {
  const { passages } = await search('mmartin', 'relancer le spouleur')
  const found = passages.find(({ title }) => title === 'Imprimante bloquée')
  if (!found) throw new Error('the spooler is not found')
  return found
}
const marksOf = async (login: string, query = '') =>
  KnowledgeMarks.parse((await as(login).get(`/api/knowledge/marks${query}`)).body).items
const gapsOf = async (login: string) =>
  KnowledgeGaps.parse((await as(login).get('/api/knowledge/gaps')).body).items
const idsByPage = async (
  path: string,
  { as: login, parse }: { as: string; parse: (body: unknown) => KnowledgeMarks | KnowledgeGaps },
) => {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { items, nextCursor } = parse(
      (await as(login).get(`${path}?limit=1${cursor && `&cursor=${cursor}`}`)).body,
    )
    ids.push(...items.map(({ id }) => id))
    cursor = nextCursor
  }
  return ids
}
const actions = async (subjectId: string) =>
  (await hub.db.userAuditLog.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })).map(
    ({ action }) => action,
  )

describe('documents', () => {
  it('are listed to whom may read them, failed files to those who look after them', async () => {
    expect((await request(hub, '/api/knowledge/documents')).status).toBe(401)
    const titles = async (login: string, query?: string) =>
      (await documentsOf(login, query)).map(({ title }) => title)
    expect(await titles('mmartin')).toEqual(['Imprimante bloquée'])
    expect(await titles('jdupont')).toEqual(['casse.md', 'Imprimante bloquée'])
    expect(await titles('abenali', '?q=coffre')).toEqual(['Coffre des mots'])
    expect(await titles('jdupont', '?state=failed')).toEqual(['casse.md'])
    expect((await as('mmartin').get('/api/knowledge/documents?state=gone')).status).toBe(400)
  })

  it('come page after page', async () => {
    const first = ListedDocuments.parse((await as('jdupont').get('/api/knowledge/documents?limit=1')).body)
    const [{ title } = { title: '' }] = await documentsOf('jdupont', `?limit=1&cursor=${first.nextCursor}`)
    expect(title).toBe('Imprimante bloquée')
  })
})

describe('reading the folder', () => {
  it('is told without names of files below N2', async () => {
    const read = async (login: string) =>
      KnowledgeState.parse((await as(login).get('/api/knowledge/ingestion')).body)
    const [reader, keeper] = [await read('mmartin'), await read('jdupont')]
    expect(keeper).toMatchObject({ hasFolder: true, embedding: { wanted: null, models: [] } })
    expect(keeper.ingestion.recent[0]?.problems).toMatchObject([{ path: 'casse.md' }])
    expect(reader.ingestion.recent[0]).toMatchObject({ failed: 1, problems: [] })
    expect(JSON.stringify(reader)).not.toContain('casse')
  })

  it('is asked for by N2, once at a time, and put on record', async () => {
    const ask = (login: string) => as(login).send('POST', '/api/knowledge/ingestion')
    expect((await ask('mmartin')).status).toBe(403)
    const answers = await Promise.all([ask('jdupont'), ask('abenali')])
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409])
    const started = answers.find(({ status }) => status === 202)
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      error: { reason: 'knowledge.ingestion_running' },
    })
    expect(await actions(String(started?.body.runId))).toEqual(['knowledge.ingest'])
    await vi.waitFor(async () => {
      const { ingestion } = KnowledgeState.parse((await as('jdupont').get('/api/knowledge/ingestion')).body)
      expect(ingestion.recent.find(({ id }) => id === started?.body.runId)?.state).toBe('done')
    })
  })
})

describe('trying a question', () => {
  it('says why a passage ranked, and keeps what the reader may not see out', async () => {
    const { passages, explanation, found } = await search('mmartin', 'relancer le spouleur')
    expect(found).toBe('enough')
    const why = explanation.passages.find(({ chunkId }) => chunkId === passages[0]?.chunkId)
    expect(why?.legs[0]).toMatchObject({ leg: 'words', rank: 1 })
    expect(why?.words.map(({ asked }) => asked)).toContain('spouleur')
    expect((await search('mmartin', 'coffre zircon')).passages).toEqual([])
    expect((await search('abenali', 'coffre zircon')).passages).toHaveLength(1)
    const answer = await as('mmartin').send('POST', '/api/knowledge/search', { query: 'x' })
    expect(answer).toMatchObject({ status: 400, body: { error: { fields: [{ path: 'query' }] } } })
  })
})

describe('marks', () => {
  const mark = (login: string, chunkId: string, body: unknown) =>
    as(login).send('POST', `/api/knowledge/chunks/${chunkId}/marks`, body)
  const resolve = (login: string, id: string, decision: string) =>
    as(login).send('POST', `/api/knowledge/marks/${id}/resolve`, { decision })

  it('go from one word to a passage that is left out, and back', async () => {
    const { chunkId, documentId } = await spooler()
    const made = await mark('mmartin', chunkId, { kind: 'wrong', note: 'Le service a changé de nom.' })
    expect(made.status).toBe(201)
    const { id } = KnowledgeMark.parse(made.body)
    expect(await mark('jdupont', chunkId, { kind: 'wrong', note: 'Encore.' })).toMatchObject({
      status: 409,
      body: { error: { reason: 'knowledge.marked' } },
    })
    expect((await spooler()).mark).toEqual({ kind: 'wrong', state: 'open' })
    const opened = await as('mmartin').get(`/api/knowledge/documents/${documentId}`)
    expect(KnowledgeDocument.parse(opened.body).chunks.some(({ mark: one }) => one?.kind === 'wrong')).toBe(
      true,
    )

    expect((await resolve('mmartin', id, 'confirm')).status).toBe(403)
    expect((await resolve('jdupont', id, 'confirm')).body).toMatchObject({ state: 'confirmed' })
    const without = await search('mmartin', 'relancer le spouleur')
    expect(without.passages.map((passage) => passage.chunkId)).not.toContain(chunkId)
    expect(without.leftOut).toBe(1)
    expect((await resolve('jdupont', id, 'confirm')).status).toBe(409)

    expect((await resolve('jdupont', id, 'dismiss')).status).toBe(200)
    expect((await spooler()).mark).toBeUndefined()
    expect(await actions(id)).toEqual(['knowledge.mark', 'knowledge.mark_confirm', 'knowledge.mark_dismiss'])
  })

  it('stay with the text when the file is read again, and end with another text', async () => {
    const { chunkId } = await spooler()
    await mark('mmartin', chunkId, { kind: 'outdated', note: 'Ancien serveur.' })
    const text = '## File\n\nVider la file puis relancer le spouleur.'
    const sheetNow = sheet('Imprimante bloquée', { text })
    await write('imprimante.md', sheetNow.replace('2026-11-02', '2026-11-03'))
    await vi.waitFor(async () => expect((await spooler()).chunkId).not.toBe(chunkId), { timeout: 15_000 })
    expect((await spooler()).mark).toEqual({ kind: 'outdated', state: 'open' })
    await write(
      'imprimante.md',
      sheet('Imprimante bloquée', { text: '## File\n\nRelancer le spouleur par la console.' }),
    )
    await vi.waitFor(async () => expect((await spooler()).mark).toBeUndefined(), { timeout: 15_000 })
    expect(await marksOf('mmartin', '?state=open')).toMatchObject([{ kind: 'outdated', chunkId: null }])
  })

  it('are as hidden as their document', async () => {
    const [passage] = (await search('abenali', 'coffre zircon')).passages
    const chunkId = String(passage?.chunkId)
    const body = { kind: 'wrong', note: 'Déplacé.' }
    expect((await mark('mmartin', chunkId, body)).status).toBe(404)
    const { id } = KnowledgeMark.parse((await mark('abenali', chunkId, body)).body)
    expect((await marksOf('jdupont')).map((one) => one.id)).not.toContain(id)
    expect((await resolve('jdupont', id, 'confirm')).status).toBe(404)
    expect((await marksOf('abenali')).map((one) => one.id)).toContain(id)
  })

  it('come page after page, newest first', async () => {
    const all = (await marksOf('abenali')).map(({ id }) => id)
    expect(all.length).toBeGreaterThan(2)
    expect(await idsByPage('/api/knowledge/marks', { as: 'abenali', parse: KnowledgeMarks.parse })).toEqual(
      all,
    )
  })

  it('hold no password', async () => {
    const note = 'Mot de passe : Zorglub#2026'
    expect((await mark('mmartin', (await spooler()).chunkId, { kind: 'wrong', note })).status).toBe(400)
  })
})

describe('questions that found too little', () => {
  it('come page after page, the latest first', async () => {
    for (const word of ['zébulon', 'zibeline', 'zodiaque']) await search('mmartin', `${word} quantique`)
    const all = (await gapsOf('jdupont')).map(({ id }) => id)
    expect(all.length).toBeGreaterThan(2)
    expect(await idsByPage('/api/knowledge/gaps', { as: 'jdupont', parse: KnowledgeGaps.parse })).toEqual(all)
  })

  it('are counted without who asked, for N2, until dealt with', async () => {
    expect((await as('mmartin').get('/api/knowledge/gaps')).status).toBe(403)
    await search('mmartin', 'badgeuse du parking pour Kevin Lopez au 06 12 34 56 78')
    await search('mmartin', 'pour Kevin Lopez badgeuse du parking kevin.lopez@exemple.fr')
    const found = (await gapsOf('jdupont')).filter(({ query }) => query.includes('badgeuse'))
    expect(found).toMatchObject([{ found: 'nothing', audience: 'N1', count: 2 }])
    const stored = JSON.stringify(await hub.db.knowledgeGap.findMany())
    expect(stored).not.toMatch(/lopez|kevin|06 12|mmartin|martin/i)
    const id = String(found[0]?.id)
    expect((await as('jdupont').send('POST', `/api/knowledge/gaps/${id}/dismiss`)).status).toBe(204)
    expect((await as('jdupont').send('POST', `/api/knowledge/gaps/${id}/dismiss`)).status).toBe(404)
    expect(await actions(id)).toEqual(['knowledge.gap_dismiss'])
    expect((await gapsOf('jdupont')).map((gap) => gap.id)).not.toContain(id)
  })

  it('come from the tool of WIBOT as well, and never hold a secret', async () => {
    await as('mmartin').ask({ content: 'Cherche dans la base de connaissances : xylophone quantique' })
    await search('mmartin', 'mot de passe : Zorglub#2026')
    const queries = (await gapsOf('jdupont')).map(({ query }) => query)
    expect(queries.some((query) => query.includes('xylophone'))).toBe(true)
    expect(queries.join()).not.toContain('Zorglub')
  })
})
