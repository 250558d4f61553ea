import { randomBytes } from 'node:crypto'
import { isAtLeastLevel, type ToolDescriptor, toolCatalog } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { createDb } from '@hub/prisma'
import { afterAll, describe, expect, it } from 'vitest'
import { McpEnv } from '../src/config.ts'
import { listTools } from '../src/mcp/list-tools.ts'
import { openSystems } from '../src/systems/open-systems.ts'
import type { Tool } from '../src/tools/define-tool.ts'
import { createRegistry } from '../src/tools/registry.ts'

const key = randomBytes(32).toString('base64url')
/** Never asked: nothing of a tool runs here. */
const db = createDb({ url: 'postgres://nobody@127.0.0.1:1/none' })
const systems = openSystems(
  McpEnv.parse({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    MCP_ASSERTION_SECRET: key,
    HUB_ENCRYPTION_KEY: key,
    GLPI_URL: 'http://127.0.0.1:1/glpi',
    GLPI_APP_TOKEN: 'a',
    GLPI_USER_TOKEN: 'u',
    OBSERVIUM_URL: 'http://127.0.0.1:1/observium',
    OBSERVIUM_TOKEN: 't',
    AD_URL: 'ldaps://127.0.0.1:1',
    AD_BIND_DN: 'CN=hub',
    AD_BIND_PASSWORD: 'p',
    AD_BASE_DN: 'DC=hub',
  }),
  { knowledge: { db }, desk: { db, publicUrl: 'http://hub' }, log: createLogger({ name: 'test' }) },
)
afterAll(async () => {
  await systems.close()
  await db.$disconnect()
})
const registry = createRegistry(systems.tools)

/** The only names that may speak of the gate: reads of the caller's own requests. */
const ownRequestReads = new Set(['safeguard_list_my_requests', 'safeguard_get_my_request'])

/** Valid arguments of every tool; a tool that is missing here fails the test. */
const samples: Record<string, Record<string, unknown>> = {
  ad_add_to_group: { login: 'jean.dupont', group: 'GG-VPN' },
  ad_check_user: { login: 'jean.dupont' },
  ad_copy_groups_from: { login: 'jean.dupont', fromLogin: 'marie.martin' },
  ad_create_user: { login: 'lea.roy', givenName: 'Léa', surname: 'Roy', client: 'EHPAD Les Jardins' },
  ad_disable_account: { login: 'jean.dupont' },
  ad_enable_account: { login: 'jean.dupont' },
  ad_list_user_groups: { login: 'jean.dupont' },
  ad_remove_from_group: { login: 'jean.dupont', group: 'GG-VPN' },
  ad_reset_password: { login: 'jean.dupont' },
  ad_search_users: { query: 'martin' },
  ad_unlock_account: { login: 'jean.dupont' },
  glpi_add_followup: { ticketId: 1234, content: 'Vu.' },
  glpi_add_solution: { ticketId: 1234, solution: 'Compte débloqué.' },
  glpi_add_task: { ticketId: 1234, content: 'Rappeler' },
  glpi_assign_ticket: { ticketId: 1234, technician: 'emma.leroy' },
  glpi_create_ticket: { client: 'Clinique Saint-Jean', title: 'Panne', description: 'Plus de réseau.' },
  glpi_list_client_assets: { client: 'Clinique Saint-Jean' },
  glpi_list_recent_tickets: {},
  glpi_search_tickets: { text: 'imprimante' },
  glpi_update_ticket: { ticketId: 1234, urgency: 4 },
  glpi_close_ticket: { ticketId: 1234 },
  glpi_get_ticket_details: { ticketId: 1234 },
  glpi_search_client: { query: 'Saint-Jean' },
  mail_notify_client: { client: 'Saint-Jean', subject: 'Coupure', body: 'Bonjour.' },
  memory_add_case: { title: 'Bourrage', problem: 'Bloquée.', cause: 'Papier.', solution: 'Vider le bac.' },
  memory_delete_document: { document: 'case:0123' },
  memory_get_document: { document: 'faq/imprimantes.md' },
  memory_search_similar_cases: { query: 'imprimante' },
  observium_acknowledge_alert: { alertId: 4711 },
  observium_get_device_metrics: { device: 'SWITCH-CLIN-STJEAN' },
  observium_get_device_status: { device: 'SWITCH-CLIN-STJEAN' },
  observium_list_alerts: { device: 'SWITCH-CLIN-STJEAN' },
  observium_list_devices: { client: 'Saint-Jean' },
  observium_list_ports: { device: 'SWITCH-CLIN-STJEAN', problemsOnly: true },
  safeguard_get_my_request: { requestId: 'APR-2026-000123' },
  safeguard_list_my_requests: {},
}

function toolOf(name: string): Tool {
  const tool = registry.get(name)
  if (!tool) throw new Error(`${name} is not in the registry`)
  return tool
}

function sampleOf({ name, input }: ToolDescriptor): Record<string, unknown> {
  const sample = samples[name]
  if (!sample) throw new Error(`${name} needs sample arguments in this test`)
  return input.parse(sample)
}

it('implements exactly the catalogue', () => {
  expect([...registry.keys()].sort()).toEqual([...toolCatalog.keys()].sort())
})

describe.each([...toolCatalog.values()])('$name', (descriptor) => {
  const tool = toolOf(descriptor.name)
  const isEffect = isAtLeastLevel(descriptor.level, 'L2')

  it('has a name, titles and a description that every vendor takes', () => {
    expect(descriptor.name).toMatch(/^[a-z]+(_[a-z]+)+$/)
    expect(descriptor.name.length).toBeLessThanOrEqual(64)
    expect(descriptor.name.startsWith(`${descriptor.system}_`)).toBe(true)
    expect(descriptor.description.length).toBeGreaterThan(20)
    expect(descriptor.description.length).toBeLessThan(1024)
    expect(descriptor.titles.fr.trim()).not.toBe('')
    expect(descriptor.titles.en.trim()).not.toBe('')
    expect(descriptor.version).toMatch(/^\d+$/)
  })

  it('decides nothing', () => {
    const verbs = /(^|_)(approve|reject|decide|defer|cancel|consume|reveal|safeguard|approval)(_|$)/
    if (!ownRequestReads.has(descriptor.name)) expect(descriptor.name).not.toMatch(verbs)
    const fields = Object.keys(descriptor.input.shape).join(' ')
    expect(fields).not.toMatch(/approv|decision|digest|level|secret|password/i)
  })

  it('says whether it reads or writes, and matches its level', () => {
    expect(tool.kind).toBe(isEffect ? 'effect' : 'read')
    expect(descriptor.annotations.readOnlyHint).toBe(!isEffect)
    if (!isEffect) expect(descriptor.annotations.destructiveHint).toBe(false)
  })

  it('has what the gate needs from L2 up', () => {
    const parts = ['target', 'preview', 'verify', 'reconcile'].map((part) => Reflect.get(tool, part))
    expect(parts.map((part) => typeof part)).toEqual(Array(4).fill(isEffect ? 'function' : 'undefined'))
    expect(typeof descriptor.ask).toBe(isEffect ? 'function' : 'undefined')
  })

  it('names the facts of its target from L2 up, each once', () => {
    const { targetFacts = [] } = descriptor
    expect(targetFacts.length > 0).toBe(isEffect)
    expect(new Set(targetFacts).size).toBe(targetFacts.length)
  })

  it('describes valid arguments in both languages', () => {
    const args = sampleOf(descriptor)
    for (const text of [descriptor.describe(args), ...(descriptor.ask ? [descriptor.ask(args)] : [])]) {
      expect(text.fr.length).toBeGreaterThan(5)
      expect(text.en.length).toBeGreaterThan(5)
      expect(JSON.stringify(text)).not.toMatch(/undefined|\[object/)
    }
  })

  it.each(['approvalId', 'approved', 'level', '_meta', 'actor', '__proto__', 'constructor'])(
    'refuses the unknown key %s',
    (extra) => {
      const given = JSON.parse(`{${JSON.stringify(extra)}: "L0"}`)
      const merged = Object.defineProperty({ ...sampleOf(descriptor) }, extra, {
        value: given[extra],
        enumerable: true,
      })
      expect(descriptor.input.safeParse(merged).success).toBe(false)
    },
  )

  it('is published as a strict JSON schema', () => {
    const actor = { type: 'workflow' as const, name: 'test', runId: '1' }
    const listed = listTools(registry, actor).find(({ name }) => name === descriptor.name)
    expect(listed?.inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    const required = Object.entries(descriptor.input.shape)
      .filter(([, field]) => !field.safeParse(undefined).success)
      .map(([field]) => field)
    expect([...(listed?.inputSchema.required ?? [])].sort()).toEqual(required.sort())
    const text = JSON.stringify(listed?.inputSchema)
    expect(text).not.toMatch(/"\$(ref|defs|schema)"|"anyOf"|"oneOf"|"allOf"|"not"/)
    for (const field of Object.values(listed?.inputSchema.properties ?? {}))
      expect(field).toHaveProperty('type', expect.stringMatching(/^(string|integer|number|boolean)$/))
  })
})

describe('the registry', () => {
  const all = [...registry.values()]
  const [first] = all
  if (!first) throw new Error('no tools')

  it.each<[string, Tool[], RegExp]>([
    ['a tool twice', [...all, first], /registered twice/],
    ['a tool less', all.slice(1), /without code/],
    ['a look-alike', [...all.slice(1), { ...first, descriptor: { ...first.descriptor } }], /catalogue/],
    ['an effect called a read', all.map((tool) => ({ ...tool, kind: 'read' }) as Tool), /wrong kind/],
  ])('refuses to start with %s', (_what, tools, message) => {
    expect(() => createRegistry(tools)).toThrow(message)
  })

  it.each([
    ['an effect whose target has no facts', 'ad_reset_password', undefined],
    ['a read with facts of a target', 'ad_check_user', ['vip']],
  ])('refuses to start with %s', (_what, name, targetFacts) => {
    const tool = toolOf(name)
    const { targetFacts: _, ...bare } = tool.descriptor
    const descriptor = { ...bare, ...(targetFacts && { targetFacts }) }
    toolCatalog.set(name, descriptor)
    try {
      const changed = all.map((one) => (one === tool ? ({ ...tool, descriptor } as Tool) : one))
      expect(() => createRegistry(changed)).toThrow(/facts of a target/)
    } finally {
      toolCatalog.set(name, tool.descriptor)
    }
  })
})
