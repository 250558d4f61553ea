import { isAtLeastLevel, toolCatalog } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { McpEnv } from '../src/config.ts'
import { openSystems, type Systems } from '../src/systems/open-systems.ts'
import { context } from './directory-world.ts'
import { failureOf } from './expect-failure.ts'
import { openClient } from './harness/open-client.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let systems: Systems
const dynamic: Record<string, unknown> = {}
beforeAll(async () => {
  mcp = await startTestMcp()
  const log = createLogger({ name: 'test' }, { write: () => undefined })
  const { db } = mcp
  systems = openSystems(McpEnv.parse(mcp.env), {
    knowledge: { db },
    desk: { db, publicUrl: 'http://hub' },
    log,
  })
  const outside = await openClient(mcp.url, mcp.apiKey)
  const added = await outside.call('memory_add_case', solved)
  const listed = await outside.call('observium_list_alerts', {})
  await outside.client.close()
  dynamic.document = dataOf(added).documentId
  dynamic.alertId = (dataOf(listed).alerts as { alertId: number }[])[0]?.alertId
})
afterAll(async () => {
  await systems?.close()
  await mcp?.close()
})
const dataOf = (result: { structuredContent?: unknown }) =>
  (result.structuredContent as { data: Record<string, unknown> }).data

const solved = {
  title: 'File bloquée',
  problem: 'Rien ne sort.',
  cause: 'File pleine.',
  solution: 'Vider la file.',
}
const person = { givenName: 'Léa', surname: 'Roy', client: 'EHPAD Les Jardins' }

/** Arguments of every tool that changes something; `alertId` and `document` are taken from the systems. */
const samples: Record<string, Record<string, unknown>> = {
  ad_add_to_group: { login: 'jean.dupont', group: 'GG-Accueil' },
  ad_copy_groups_from: { login: 'marie.martin', fromLogin: 'jean.dupont' },
  ad_create_user: { login: 'lea.roy', ...person },
  ad_disable_account: { login: 'jean.dupont' },
  ad_enable_account: { login: 'jean.dupont' },
  ad_remove_from_group: { login: 'jean.dupont', group: 'GG-Accueil' },
  ad_reset_password: { login: 'jean.dupont' },
  ad_unlock_account: { login: 'jean.dupont' },
  glpi_add_followup: { ticketId: 1234, content: 'Vu.' },
  glpi_add_solution: { ticketId: 1234, solution: 'Compte débloqué.' },
  glpi_add_task: { ticketId: 1234, content: 'Rappeler', technician: 'mmartin' },
  glpi_assign_ticket: { ticketId: 1234, technician: 'mmartin' },
  glpi_close_ticket: { ticketId: 1234 },
  glpi_create_ticket: { client: 'EHPAD Les Jardins', title: 'Panne', description: 'Plus de réseau.' },
  glpi_update_ticket: { ticketId: 1234, category: 'Impression' },
  mail_notify_client: { client: 'EHPAD Les Jardins', subject: 'Intervention', body: 'Demain.' },
  memory_add_case: solved,
  memory_delete_document: { document: '' },
  observium_acknowledge_alert: { alertId: 0 },
}
const effects = [...toolCatalog.values()].filter(({ level }) => isAtLeastLevel(level, 'L2'))

it.each(effects.map(({ name }) => name))('%s shows only what the call is bound to', async (name) => {
  const tool = systems.tools.find(({ descriptor }) => descriptor.name === name)
  if (tool?.kind !== 'effect') throw new Error(`${name} is no effect`)
  const sample = Object.entries(samples[name] ?? {}).map(([key, value]) => [key, dynamic[key] ?? value])
  const args = tool.descriptor.input.parse(Object.fromEntries(sample))
  const target = await tool.target(args, context())
  const bound = await tool.preview(args, { ...context(), target })
  expect(bound.after.length).toBeGreaterThan(0)
  const [first = ''] = target.id
  const other = `${first === '9' ? '8' : '9'}${target.id.slice(1)}`
  const further = target.id.replace(/.$/, (last) => (last === '9' ? '8' : '9'))
  for (const id of [other, further]) {
    const error = await failureOf(tool.preview(args, { ...context(), target: { ...target, id } }))
    expect(error).toMatchObject({ code: 'CONFLICT', reason: expect.stringMatching(/_changed$/) })
  }
})
