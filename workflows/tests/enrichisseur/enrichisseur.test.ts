import { people } from '@hub/estate'
import { createLogger, createMemoryBus, mcpTools, systemClock } from '@hub/kernel'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Engine, startEngine } from '../../src/engine/start-engine.ts'
import { enrichisseurWorkflow } from '../../src/enrichisseur/index.ts'
import type { EnrichmentReport } from '../../src/enrichisseur/report.ts'
import { type Lab, startLab } from '../harness/start-lab.ts'

const log = createLogger({ name: 'test', level: 'silent' })
let lab: Lab
let engine: Engine

beforeAll(async () => {
  lab = await startLab()
  await lab.startMcp()
  const {
    DATABASE_URL: databaseUrl = '',
    MCP_SERVER_URL: url = '',
    MCP_ASSERTION_SECRET: assertionSecret = '',
  } = lab.env
  const openTools = mcpTools({ url, assertionSecret })
  const ctx = { db: lab.db, bus: createMemoryBus(log), clock: systemClock, log, openTools }
  engine = await startEngine(ctx, { databaseUrl, definitions: [enrichisseurWorkflow(ctx)] })
})
afterAll(async () => {
  await engine?.close()
  await lab?.close()
})

async function enrich(id: string): Promise<EnrichmentReport> {
  await engine.start({ id, workflow: 'enrichisseur', title: id, input: { trigger: 'manual' } })
  return vi.waitFor(
    async () => {
      const run = await lab.db.workflowRun.findUniqueOrThrow({ where: { id } })
      expect(run).toMatchObject({ state: 'done', problem: null })
      return run.facts as EnrichmentReport
    },
    { timeout: 110_000, interval: 200 },
  )
}

const cases = () => lab.db.knowledgeDocument.findMany({ where: { kind: 'case' }, include: { chunks: true } })

it('makes cases of what was resolved, of nobody by name, and nothing more the second time', {
  timeout: 240_000,
}, async () => {
  const first = await enrich('enrichisseur:first')
  const stored = await cases()
  expect(first.added).toBe(stored.length)
  expect(first.added).toBeGreaterThan(3)
  expect(first.merged + first.rejected).toBe(first.read - first.added)
  const text = stored
    .map(({ title, chunks }) => [title, ...chunks.map(({ content }) => content)].join('\n'))
    .join('\n')
  const persons = people.filter(({ service }) => !service)
  const named = persons.flatMap(({ displayName, login, mail, phone }) => [displayName, login, mail, phone])
  expect(named.filter((name) => text.includes(name))).toEqual([])
  expect(
    persons
      .filter(({ surname }) => new RegExp(`(?<!\\p{L})${surname}(?!\\p{L})`, 'u').test(text))
      .map(({ surname }) => surname),
  ).toEqual([])
  const second = await enrich('enrichisseur:second')
  expect(second).toMatchObject({ added: 0, merged: 0, rejected: 0 })
  expect((await cases()).length).toBe(stored.length)
})
