import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Estate, startEstate } from '@hub/estate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDirectoryClient, createDirectoryTools } from '../src/systems/active-directory/index.ts'
import { createGlpiClient, createGlpiTools, type GlpiClient } from '../src/systems/glpi/index.ts'
import { createObserviumClient, createObserviumTools } from '../src/systems/observium/index.ts'
import type { EffectTool, Tool, ToolContext } from '../src/tools/define-tool.ts'
import { failureOf } from './expect-failure.ts'

let estate: Estate
let folder: string
let glpi: GlpiClient
let tools: Map<string, Tool>

beforeAll(async () => {
  estate = await startEstate()
  folder = await mkdtemp(join(tmpdir(), 'hub-tools-'))
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, estate.directory.caPem)
  glpi = createGlpiClient(estate.glpi)
  const observium = createObserviumClient({ url: estate.observium.url, auth: estate.observium })
  const all = [
    ...createGlpiTools(glpi),
    ...createObserviumTools(observium),
    ...createDirectoryTools(createDirectoryClient({ ...estate.directory, caFile })),
  ]
  tools = new Map(all.map((tool) => [tool.descriptor.name, tool]))
})
afterAll(async () => {
  await glpi.close()
  await estate.close()
  await rm(folder, { recursive: true })
})

const context = (): ToolContext => ({ signal: new AbortController().signal, now: new Date() })

function toolOf(name: string): Tool {
  const tool = tools.get(name)
  if (tool === undefined) throw new Error(`no tool ${name}`)
  return tool
}

function effectOf(name: string): EffectTool {
  const tool = toolOf(name)
  if (tool.kind !== 'effect') throw new Error(`${name} has no effect`)
  return tool
}

/** Parses the arguments as the gate does, runs, and checks the answer against the contract. */
async function run(name: string, input: Record<string, unknown>, ctx = context()) {
  const tool = toolOf(name)
  const result = await tool.run(tool.descriptor.input.parse(input), ctx)
  expect(tool.descriptor.output.parse(result.data)).toEqual(result.data)
  return result
}

describe('reads', () => {
  it.each([
    ['glpi_search_client', { query: 'Clinique Saint-Joseph' }, '1 client : Clinique Saint-Joseph.'],
    ['glpi_search_client', { query: 'saint' }, /^\d+ clients : .*Clinique Saint-Jean/],
    ['glpi_search_client', { query: 'introuvable' }, 'Aucun client pour « introuvable ».'],
    ['glpi_get_ticket_details', { ticketId: 1234 }, 'Ticket n° 1234 « Reset MDP - Jean Dupont » : nouveau.'],
    [
      'observium_get_device_status',
      { device: 'SWITCH-CLIN-STJEAN' },
      'SWITCH-CLIN-STJEAN : en service, 24/24 ports actifs.',
    ],
    [
      'observium_get_device_metrics',
      { device: 'SWITCH-CLIN-STJEAN' },
      /^SWITCH-CLIN-STJEAN : processeur \d+ %, mémoire \d+ %\.$/,
    ],
    ['ad_check_user', { login: 'jean.dupont' }, 'Jean Dupont (jean.dupont) : actif, non verrouillé.'],
  ])('%s %j', async (name, input, summary) => {
    expect((await run(name, input)).summary.fr).toMatch(summary)
  })
})

describe('glpi_add_followup', () => {
  const args = {
    ticketId: 1234,
    content: 'Compte vérifié.\n\nRien à signaler.',
    isPrivate: true,
    idempotencyKey: 'wf-1:note',
  }

  it('shows what it will write, writes once, verifies and reconciles', async () => {
    const tool = effectOf('glpi_add_followup')
    const startedAt = new Date()
    expect(await tool.target(args, context())).toMatchObject({
      system: 'glpi',
      kind: 'glpi_ticket',
      id: expect.stringMatching(/^1234@\d+$/),
      attributes: { clientName: 'EHPAD Les Jardins' },
    })
    expect((await tool.preview(args, context())).warnings).toEqual([])
    expect(await tool.reconcile(args, startedAt, context())).toBe('no')
    const first = await run('glpi_add_followup', args)
    expect(first.data).toMatchObject({ alreadyThere: false })
    expect((await run('glpi_add_followup', args)).data).toMatchObject({ alreadyThere: true })
    expect(await tool.reconcile(args, startedAt, context())).toBe('yes')
    expect((await tool.verify(args, { data: first.data, startedAt }, context())).status).toBe('verified')
    const gone = { ...(first.data as object), followupId: 1 }
    expect((await tool.verify(args, { data: gone, startedAt }, context())).status).toBe('mismatch')
  })

  it('reconciles by its text when it has no key', async () => {
    const tool = effectOf('glpi_add_followup')
    const plain = { ticketId: 1234, content: 'Sans clé <b>', isPrivate: false }
    const startedAt = new Date()
    expect(await tool.reconcile(plain, startedAt, context())).toBe('no')
    await run('glpi_add_followup', plain)
    expect(await tool.reconcile(plain, startedAt, context())).toBe('yes')
    expect((await tool.preview(plain, context())).warnings[0]?.fr).toBe('Le client lira ce texte.')
  })

  it('knows that the ticket is not there', async () => {
    const error = await failureOf(run('glpi_add_followup', { ...args, ticketId: 999_999 }))
    expect(error.reason).toBe('glpi.ticket_not_found')
  })
})

describe('glpi_close_ticket', () => {
  it('records the solution and closes, once', async () => {
    const tool = effectOf('glpi_close_ticket')
    const ticketId = Number(estate.glpi.rows('Ticket', { status: 1 }).find(({ id }) => id !== 1234)?.id)
    const args = { ticketId, solution: 'Compte déverrouillé et vérifié avec la personne.' }
    const startedAt = new Date()
    expect(await tool.reconcile(args, startedAt, context())).toBe('no')
    expect((await tool.preview(args, context())).after.map((fact) => fact.key)).toEqual([
      'status',
      'solution',
    ])
    const done = await run('glpi_close_ticket', args)
    expect(done.data).toMatchObject({ ticketId, status: 'closed', solutionAdded: true })
    expect((await tool.verify(args, { data: done.data, startedAt }, context())).status).toBe('verified')
    expect(await tool.reconcile(args, startedAt, context())).toBe('yes')
    expect((await run('glpi_close_ticket', args)).data).toMatchObject({
      ticketId,
      status: 'closed',
      solutionAdded: false,
    })
    expect(estate.glpi.rows('ITILSolution', { items_id: ticketId })).toHaveLength(1)
  })

  it('says that the solution stands when the close is refused', async () => {
    const ticketId = Number(estate.glpi.rows('Ticket', { status: 2 })[0]?.id)
    estate.glpi.failNext({
      kind: 'status',
      path: `/Ticket/${ticketId}`,
      method: 'PUT',
      status: 403,
      body: '["ERROR_RIGHT_MISSING","no right"]',
      contentType: 'application/json',
    })
    await expect(run('glpi_close_ticket', { ticketId, solution: 'Fait.' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      reason: 'glpi.closed_partly',
    })
    expect(estate.glpi.rows('ITILSolution', { items_id: ticketId })).toHaveLength(1)
  })
})

describe('ad_unlock_account', () => {
  it('unlocks, verifies and reconciles', async () => {
    const tool = effectOf('ad_unlock_account')
    const args = { login: 'lucas.perrin' }
    const startedAt = new Date()
    expect(await tool.target(args, context())).toMatchObject({
      attributes: { privileged: false, vip: false },
    })
    expect(await tool.reconcile(args, startedAt, context())).toBe('no')
    const done = await run('ad_unlock_account', args)
    expect(done.data).toEqual({ login: 'lucas.perrin', wasLocked: true, locked: false })
    expect((await tool.verify(args, { data: done.data, startedAt }, context())).status).toBe('verified')
    expect(await tool.reconcile(args, startedAt, context())).toBe('yes')
  })
})

describe('ad_reset_password', () => {
  it('sets the sealed password and never shows it', async () => {
    const tool = effectOf('ad_reset_password')
    const args = tool.descriptor.input.parse({ login: 'jean.dupont' })
    const preview = await tool.preview(args, context())
    const secret = await tool.makeSecret?.(args, context())
    if (secret === undefined) throw new Error('no secret was made')
    const startedAt = new Date()
    const done = await run('ad_reset_password', args, { ...context(), secret })
    expect(done.data).toMatchObject({ login: 'jean.dupont', mustChangeAtNextLogon: true })
    expect(await estate.directory.control.passwordMatches('jean.dupont', secret)).toBe(true)
    expect(JSON.stringify([preview, done])).not.toContain(secret)
    expect((await tool.verify(args, { data: done.data, startedAt }, context())).status).toBe('verified')
    // The domain hides when a password to be changed was set: nobody can be sure.
    expect(await tool.reconcile(args, startedAt, context())).toBe('unknown')
  })

  it('knows what happened when the password stays', async () => {
    const tool = effectOf('ad_reset_password')
    const args = tool.descriptor.input.parse({ login: 'david.marchand', mustChangeAtNextLogon: false })
    expect(await tool.reconcile(args, new Date(Date.now() + 600_000), context())).toBe('no')
    const startedAt = new Date()
    const secret = await tool.makeSecret?.(args, context())
    const ctx = { ...context(), ...(secret && { secret }) }
    await run('ad_reset_password', args, ctx)
    expect(await tool.reconcile(args, startedAt, ctx)).toBe('yes')
    // Somebody else may have set a password since: that one is not ours.
    await estate.directory.control.setPassword('david.marchand', 'Autre-Motdepasse-2026')
    expect(await tool.reconcile(args, startedAt, ctx)).toBe('unknown')
    expect(await tool.reconcile(args, startedAt, context())).toBe('unknown')
  })

  it('refuses to run without a sealed password', async () => {
    await expect(run('ad_reset_password', { login: 'jean.dupont' })).rejects.toThrow(/password made before/)
  })

  it('warns where the account is unusual', async () => {
    const tool = effectOf('ad_reset_password')
    const args = tool.descriptor.input.parse({ login: 'svc-hub' })
    const texts = (await tool.preview(args, context())).warnings.map((warning) => warning.en)
    expect(texts).toContain('Privileged or service account.')
    expect((await tool.target(args, context())).attributes.privileged).toBe(true)
  })
})
