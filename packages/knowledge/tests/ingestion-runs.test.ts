import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readIngestState, startIngestion, watchDocuments } from '../src/index.ts'
import { documentText, type KnowledgeBase, openKnowledgeBase } from './knowledge-base.ts'

let base: KnowledgeBase
beforeAll(async () => {
  base = await openKnowledgeBase()
})
afterAll(() => base.close())
beforeEach(async () => {
  await base.db.knowledgeIngestRun.deleteMany()
  await base.db.knowledgeFile.deleteMany()
  await base.db.knowledgeDocument.deleteMany()
  await rm(base.dir, { recursive: true, force: true })
  await writeMany(3)
})

async function writeMany(count: number): Promise<void> {
  const body = Array.from(
    { length: 4 },
    (_, part) => `## Partie ${part}\n\n${`Texte ${part}. `.repeat(80)}`,
  ).join('\n\n')
  for (let number = 0; number < count; number++) {
    await base.write(`procedures/p${String(number).padStart(3, '0')}.md`, documentText(`P${number}`, body))
  }
}

const start = (more = {}) => startIngestion({ ...base, ...more }, { trigger: 'manual' })
const busy = { code: 'CONFLICT', reason: 'knowledge.ingestion_running' }
const silenced = () =>
  base.db
    .$executeRaw`UPDATE knowledge_ingest_runs SET alive_at = alive_at - interval '16 seconds' WHERE state = 'running'`

describe('startIngestion', () => {
  it('runs in the background and leaves its report, with who asked', async () => {
    await base.write('bad.md', 'rien')
    const by = { userId: 'u1', displayName: 'Léa Martin' }
    const { runId, finished } = await startIngestion(base, { trigger: 'manual', by })
    expect((await readIngestState(base)).current).toMatchObject({ id: runId, state: 'running', by })
    await finished
    const { current, recent } = await readIngestState(base)
    expect(current).toBeNull()
    expect(recent).toMatchObject([
      { id: runId, trigger: 'manual', by, state: 'done', filesTotal: 4, filesDone: 4, added: 3, failed: 1 },
    ])
    expect(recent[0]?.problems).toMatchObject([
      {
        path: 'bad.md',
        reason: 'document.front_matter_missing',
        text: { fr: expect.stringContaining('en-tête') },
      },
    ])
    expect(recent[0]).not.toHaveProperty('currentFile')
  })

  it('lets one run at a time, from whatever process', async () => {
    const both = await Promise.allSettled([start(), start()])
    const started = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(started).toHaveLength(1)
    expect(both).toContainEqual(
      expect.objectContaining({ status: 'rejected', reason: expect.objectContaining(busy) }),
    )
    await started[0]?.finished
    const next = await start()
    await next.finished
    expect((await readIngestState(base)).recent).toMatchObject([{ unchanged: 3 }, { added: 3 }])
  })

  it('says why a run failed', async () => {
    const { finished } = await start({ dir: path.join(base.dir, 'absent') })
    await finished
    const [run] = (await readIngestState(base)).recent
    expect(run).toMatchObject({ state: 'failed', error: { reason: 'knowledge.folder' } })
  })

  it('stops when the process stops, and the next run goes on', async () => {
    await writeMany(60)
    const stop = new AbortController()
    const { finished } = await start({ signal: stop.signal })
    while ((await base.db.knowledgeDocument.count()) < 5) await delay(10)
    stop.abort(new Error('stop'))
    await finished
    expect((await readIngestState(base)).recent).toMatchObject([{ state: 'interrupted' }])
    const stored = await base.db.knowledgeDocument.count()
    expect(stored).toBeLessThan(60)
    await (await start()).finished
    const [run] = (await readIngestState(base)).recent
    expect((run?.added ?? 0) + (run?.unchanged ?? 0)).toBe(60)
    expect(await base.db.knowledgeDocument.count()).toBe(60)
  })

  it('takes a run from a process that is silent', async () => {
    await writeMany(40)
    const { runId, finished } = await start()
    while ((await base.db.knowledgeDocument.count()) < 5) await delay(10)
    await silenced()
    const other = await start()
    await Promise.all([finished, other.finished])
    const { recent } = await readIngestState(base)
    expect(recent.find(({ id }) => id === runId)).toMatchObject({ state: 'interrupted' })
    expect(recent.find(({ id }) => id === other.runId)).toMatchObject({ state: 'done', filesDone: 40 })
    expect(await base.db.knowledgeDocument.count()).toBe(40)
  })
})

describe('a process killed in the middle of a run', () => {
  async function killInTheMiddle(): Promise<string> {
    const child = spawn(process.execPath, [
      fileURLToPath(new URL('./ingesting-child.ts', import.meta.url)),
      base.url,
      base.dir,
    ])
    const [line] = await once(child.stdout, 'data')
    while ((await base.db.knowledgeDocument.count()) < 10) await delay(5)
    child.kill('SIGKILL')
    await once(child, 'exit')
    return String(line).trim()
  }

  it('leaves whole documents only, and a run that the next start marks as interrupted', async () => {
    await writeMany(150)
    const killed = await killInTheMiddle()
    const stored = await base.db.knowledgeDocument.findMany({
      include: { _count: { select: { chunks: true } } },
    })
    console.log(`killed after ${stored.length} of 150 documents`)
    expect(stored.length).toBeLessThan(150)
    expect(new Set(stored.map(({ _count }) => _count.chunks))).toEqual(new Set([4]))
    await expect(start()).rejects.toMatchObject(busy)
    await silenced()
    expect((await readIngestState(base)).recent).toMatchObject([{ id: killed, state: 'interrupted' }])
    await (await start()).finished
    const [next, before] = (await readIngestState(base)).recent
    expect(before).toMatchObject({ id: killed, state: 'interrupted' })
    expect(next).toMatchObject({ state: 'done', failed: 0, removed: 0 })
    expect(await base.db.knowledgeDocument.count()).toBe(150)
    expect(await base.db.knowledgeChunk.count()).toBe(600)
  }, 60_000)

  it('is known at once to a process that is alone with its database', async () => {
    await writeMany(150)
    const killed = await killInTheMiddle()
    const watch = await watchDocuments({ ...base, alone: true }, base.dir)
    await watch.settled(60_000)
    await watch.close()
    const { recent } = await readIngestState(base)
    expect(recent).toMatchObject([
      { trigger: 'start', state: 'done' },
      { id: killed, state: 'interrupted' },
    ])
    expect(await base.db.knowledgeDocument.count()).toBe(150)
  }, 60_000)
})
