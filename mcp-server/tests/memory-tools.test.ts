import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Accreditation, toolMeta } from '@hub/contracts'
import { createLogger, signAssertion, systemClock } from '@hub/kernel'
import { ingestDocuments } from '@hub/knowledge'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approve, ask, execute } from './harness/carry-through.ts'
import { type McpClient, openClient, textOf } from './harness/open-client.ts'
import { addPerson } from './harness/people.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let outside: McpClient
let folder: string
beforeAll(async () => {
  mcp = await startTestMcp()
  outside = await openClient(mcp.url, mcp.apiKey)
  folder = await mkdtemp(join(tmpdir(), 'hub-memory-'))
})
beforeEach(() => mcp.db.knowledgeDocument.deleteMany())
afterAll(async () => {
  await outside?.client.close()
  await mcp?.close()
  await rm(folder, { recursive: true })
})

const solved = {
  title: 'Imprimante du secrétariat muette',
  problem: 'La file reste pleine, erreur `0x0000011b`.',
  cause: 'Mise à jour du serveur d’impression.',
  solution: 'Vider la file puis relancer le spouleur.',
}

type Data = Record<string, unknown>
async function call(tool: string, args: Data, client = outside): Promise<Data> {
  const result = await client.call(tool, args)
  if (result.isError) throw new Error(textOf(result))
  return (result.structuredContent as { data: Data }).data
}

const add = (more: Data = {}) => call('memory_add_case', { ...solved, ...more })
const reasonOf = async (tool: string, args: Data, client = outside) =>
  ((await client.call(tool, args))._meta?.[toolMeta.error] as { reason?: string } | undefined)?.reason

async function asPerson<T>(accreditation: Accreditation, use: (client: McpClient) => Promise<T>): Promise<T> {
  const actor = await addPerson(mcp, accreditation)
  const person = await openClient(mcp.url, signAssertion(mcp.assertionSecret, { actor, locale: 'fr' }))
  try {
    return await use(person)
  } finally {
    await person.client.close()
  }
}

async function ingest(file: string, body: string): Promise<void> {
  const head = '---\ntitle: Procédure\nkind: procedure\nupdated: 2026-05-01\n---\n'
  await writeFile(join(folder, file), `${head}${body}\n`)
  const log = createLogger({ name: 'test', level: 'silent' })
  expect((await ingestDocuments({ db: mcp.db, log, clock: systemClock }, folder)).failed).toEqual([])
}

describe('memory_add_case', () => {
  it('records a case once, audited, and searches find it at once', async () => {
    const first = await add({ ticketId: 1234 })
    expect(first).toMatchObject({ alreadyThere: false, personalData: [] })
    expect(await add({ ticketId: 5678 })).toEqual({ ...first, alreadyThere: true })
    const found = await call('memory_search_similar_cases', { query: 'imprimante 0x0000011b' })
    expect(found.passages).toMatchObject([{ documentId: first.documentId, kind: 'case' }])
    const audits = await mcp.db.userAuditLog.findMany({ where: { subjectId: 'memory_add_case' } })
    expect(audits.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ target: `case:${first.path}`, level: 'L2' }),
    )
  })

  it('needs N2', async () => {
    await asPerson('N1', async (client) => {
      expect(await reasonOf('memory_add_case', solved, client)).toBe('tool.accreditation')
    })
    expect(await mcp.db.knowledgeDocument.count()).toBe(0)
  })

  it('refuses a password, and keeps it in no record', async () => {
    const secret = 'Hiver-2025-Secret!'
    const result = await outside.call('memory_add_case', {
      ...solved,
      solution: `Nouveau mot de passe : ${secret} donné par téléphone.`,
    })
    expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'tool.arguments' })
    expect(textOf(result)).toContain('solution : looks like it holds a password')
    const rows = await mcp.db.toolExecution.findMany({ where: { toolName: 'memory_add_case' } })
    expect(JSON.stringify(rows.map(({ arguments: args, summary }) => [args, summary]))).not.toContain(secret)
    expect(mcp.logs.join()).not.toContain(secret)
    expect(await mcp.db.knowledgeDocument.count()).toBe(0)
  })

  it('warns of personal data', async () => {
    const result = await outside.call('memory_add_case', { ...solved, problem: 'Appeler le 06 12 34 56 78.' })
    expect(textOf(result)).toContain('données personnelles : un numéro de téléphone')
  })

  it('refuses what would not be kept', async () => {
    expect(await reasonOf('memory_add_case', { ...solved, cause: 'Le champ <img alt="perdu" src=x>' })).toBe(
      'knowledge.lost_text',
    )
  })
})

describe('memory_get_document', () => {
  it('gives a document by id, path and passage', async () => {
    const { documentId, path } = await add()
    const chunk = await mcp.db.knowledgeChunk.findFirstOrThrow({ where: { documentId: String(documentId) } })
    for (const document of [documentId, path, chunk.id]) {
      const data = await call('memory_get_document', { document })
      expect(data).toMatchObject({ documentId, title: solved.title, offset: 0, nextOffset: null })
      expect(data.text).toContain('## Solution\n\nVider la file')
    }
  })

  it('gives a long one in parts that make the whole', async () => {
    await ingest(
      'long.md',
      Array.from({ length: 60 }, (_, at) => `## Partie ${at}\n\n${'mot '.repeat(90)}`).join('\n\n'),
    )
    const whole = await call('memory_get_document', { document: 'long.md', limit: 40_000 })
    expect(whole.nextOffset).toBeNull()
    const parts: unknown[] = []
    let offset: unknown = 0
    while (offset !== null) {
      const data = await call('memory_get_document', { document: 'long.md', offset, limit: 5_000 })
      expect(data.totalLength).toBe(whole.totalLength)
      parts.push(data.text)
      offset = data.nextOffset
    }
    expect(parts.length).toBeGreaterThan(3)
    expect(parts.join('')).toBe(whole.text)
  })

  it('gives nothing that the reader may not read, and says the same of what is not there', async () => {
    const { documentId } = await add({ client: 'Clinique Saint-Jean' })
    await asPerson('N1', async (client) => {
      expect((await call('memory_get_document', { document: documentId }, client)).title).toBe(solved.title)
    })
    await mcp.db.knowledgeDocument.updateMany({ data: { audience: 'N3' } })
    for (const document of [documentId, 'absent.md', '../../etc/passwd', "' OR 1=1"])
      expect(await reasonOf('memory_get_document', { document: String(document) })).toBe('knowledge.document')
  })
})

describe('memory_delete_document', () => {
  const callOf = (document: unknown) => ({ tool: 'memory_delete_document', args: { document } })

  it('deletes a case after everybody needed said yes, and shows before what goes', async () => {
    const { documentId } = await add({ client: 'Clinique Saint-Jean' })
    const approvalId = await ask(outside, callOf(documentId))
    const row = await mcp.db.approval.findUniqueOrThrow({ where: { id: approvalId } })
    // two for L4, and one more for a key without an owner
    expect(row).toMatchObject({ securityLevel: 'L4', requiredApprovals: 3, reversible: false })
    expect(JSON.stringify(row.preview)).toContain('Vider la file puis relancer')
    await approve(mcp, approvalId)
    await execute(mcp, approvalId, callOf(documentId))
    expect(await mcp.db.approval.findUniqueOrThrow({ where: { id: approvalId } })).toMatchObject({
      state: 'executed',
      outcome: { verification: { status: 'verified' } },
    })
    expect(await mcp.db.knowledgeDocument.count()).toBe(0)
    expect(await mcp.db.knowledgeChunk.count()).toBe(0)
  })

  it('deletes nothing when the case is another than the one that was shown', async () => {
    const { documentId } = await add()
    const approvalId = await ask(outside, callOf(documentId))
    await approve(mcp, approvalId)
    await mcp.db.knowledgeDocument.updateMany({ data: { contentHash: `lexical-1 ${'a'.repeat(64)}` } })
    const result = await execute(mcp, approvalId, callOf(documentId))
    expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'approval.digest' })
    expect(await mcp.db.knowledgeDocument.count()).toBe(1)
  })

  it('refuses a file of the folder, and says what to do', async () => {
    await ingest('vpn.md', 'Ouvrir FortiClient.')
    const result = await outside.call('memory_delete_document', { document: 'vpn.md' })
    expect(result._meta?.[toolMeta.error]).toMatchObject({ reason: 'memory.in_folder' })
    expect(textOf(result)).toContain('Retirer le fichier')
    expect(
      await mcp.db.approval.count({ where: { state: 'pending', toolName: 'memory_delete_document' } }),
    ).toBe(0)
  })

  it('refuses a document of another source that is no case', async () => {
    await mcp.db.knowledgeDocument.create({
      data: {
        path: 'glpi:client/3',
        kind: 'client',
        title: 'Fiche',
        contentHash: 'h',
        updatedAt: new Date(0),
      },
    })
    expect(await reasonOf('memory_delete_document', { document: 'glpi:client/3' })).toBe('memory.not_a_case')
  })

  it('knows no case that the one who asks may not read, and shows no reserved text', async () => {
    const { documentId } = await add()
    await mcp.db.knowledgeDocument.updateMany({ data: { audience: 'N3' } })
    expect(await reasonOf('memory_delete_document', { document: documentId })).toBe('knowledge.document')
    const approvalId = await asPerson('N3', (client) => ask(client, callOf(documentId)))
    const { preview } = await mcp.db.approval.findUniqueOrThrow({ where: { id: approvalId } })
    expect(preview).toMatchObject({ complete: false })
    expect(JSON.stringify(preview)).not.toContain('Vider la file')
  })
})
