import { isAtLeastLevel, toolCatalog } from '@hub/contracts'
import { createLogger } from '@hub/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { McpEnv } from '../src/config.ts'
import { openSystems, type Systems } from '../src/systems/open-systems.ts'
import type { EffectTool, ToolContext } from '../src/tools/define-tool.ts'
import { startTestMcp, type TestMcp } from './harness/start-test-mcp.ts'

let mcp: TestMcp
let systems: Systems
beforeAll(async () => {
  mcp = await startTestMcp()
  systems = openSystems(McpEnv.parse(mcp.env), {
    knowledge: { db: mcp.db },
    desk: { db: mcp.db, publicUrl: 'http://hub' },
    log: createLogger({ name: 'test', level: 'silent' }),
  })
})
afterAll(async () => {
  await systems?.close()
  await mcp?.close()
})

const newCase = { title: 'Bourrage', problem: 'Bloquée.', cause: 'Papier.', solution: 'Vider le bac.' }

/** Calls whose target the demo estate has; a tool that is missing here fails the test. */
const calls: Record<string, () => Promise<Record<string, unknown>[]>> = {
  ad_add_to_group: async () => [{ login: 'jean.dupont', group: 'GG-VPN' }],
  ad_copy_groups_from: async () => [{ login: 'jean.dupont', fromLogin: 'marie.martin' }],
  ad_create_user: async () => [
    { login: 'lea.roy', givenName: 'Léa', surname: 'Roy', client: 'EHPAD Les Jardins' },
  ],
  ad_disable_account: async () => [{ login: 'jean.dupont' }],
  ad_enable_account: async () => [{ login: 'jean.dupont' }],
  ad_remove_from_group: async () => [{ login: 'jean.dupont', group: 'GG-VPN' }],
  ad_reset_password: async () => [{ login: 'jean.dupont' }, { login: 'adm-pmoreau' }],
  ad_unlock_account: async () => [{ login: 'jean.dupont' }],
  glpi_add_followup: async () => [{ ticketId: 1234, content: 'Vu.' }],
  glpi_add_solution: async () => [{ ticketId: 1234, solution: 'Compte débloqué.' }],
  glpi_add_task: async () => [{ ticketId: 1234, content: 'Rappeler' }],
  glpi_assign_ticket: async () => [{ ticketId: 1234, technician: 'mmartin' }],
  glpi_close_ticket: async () => [{ ticketId: 1234 }],
  glpi_create_ticket: async () => [
    { client: 'EHPAD Les Jardins', title: 'Panne', description: 'Plus de réseau.' },
    {
      client: 'EHPAD Les Jardins',
      title: 'Panne',
      description: 'Plus de réseau.',
      requester: 'jean.dupont',
    },
  ],
  glpi_update_ticket: async () => [{ ticketId: 1234, urgency: 4 }],
  mail_notify_client: async () => [{ client: 'EHPAD Les Jardins', subject: 'Coupure', body: 'Bonjour.' }],
  memory_add_case: async () => [newCase, { ...newCase, client: 'EHPAD Les Jardins', ticketId: 1234 }],
  memory_delete_document: async () => [{ document: await storedCase() }],
  observium_acknowledge_alert: async () => [{ alertId: await anAlert() }],
}

const context = (): ToolContext => ({
  signal: AbortSignal.timeout(15_000),
  now: new Date(),
  reader: 'N4',
  callerKey: 'test',
})

function toolOf(name: string) {
  const tool = systems.tools.find(({ descriptor }) => descriptor.name === name)
  if (!tool) throw new Error(`no tool ${name}`)
  return tool
}

function effectOf(name: string): EffectTool {
  const tool = toolOf(name)
  if (tool.kind !== 'effect') throw new Error(`${name} only reads`)
  return tool
}

async function storedCase(): Promise<string> {
  const tool = effectOf('memory_add_case')
  const args = tool.descriptor.input.parse(newCase)
  const { data } = await tool.run(args, { ...context(), target: await tool.target(args, context()) })
  return (data as { path: string }).path
}

async function anAlert(): Promise<number> {
  const tool = toolOf('observium_list_alerts')
  const { data } = await tool.run(tool.descriptor.input.parse({}), context())
  const [alert] = (data as { alerts: { alertId: number }[] }).alerts
  if (!alert) throw new Error('the estate has no alert')
  return alert.alertId
}

const effects = [...toolCatalog.values()].filter(({ level }) => isAtLeastLevel(level, 'L2'))

describe('the target', () => {
  it.each(effects.map((descriptor) => [descriptor.name, descriptor] as const))(
    'of %s has the facts that its descriptor names, and no other',
    async (name, { input, targetFacts = [] }) => {
      const samples = await calls[name]?.()
      if (!samples) throw new Error(`${name} needs a call in this test`)
      for (const sample of samples) {
        const target = await effectOf(name).target(input.parse(sample), context())
        expect(Object.keys(target.attributes).toSorted()).toEqual([...targetFacts].toSorted())
      }
    },
  )
})
