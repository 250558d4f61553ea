import { type Estate, startEstate } from '@hub/estate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createLibrenmsClient,
  createObserviumClient,
  createObserviumTools,
  type ObserviumClient,
} from '../src/systems/observium/index.ts'
import type { EffectTool, Tool, ToolContext } from '../src/tools/define-tool.ts'
import { failureOf } from './expect-failure.ts'

let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterAll(() => estate.close())

type Answer = { data: Record<string, unknown>; summary: { fr: string; en: string } }
const context = (more: Partial<ToolContext> = {}): ToolContext => ({
  signal: new AbortController().signal,
  now: new Date(),
  ...more,
})

const clients: Record<string, () => ObserviumClient> = {
  Observium: () => createObserviumClient({ url: estate.observium.url, auth: estate.observium }),
  LibreNMS: () => createLibrenmsClient(estate.librenms),
}

describe.each(Object.keys(clients))('with %s', (system) => {
  let tools: Map<string, Tool>
  beforeAll(() => {
    const client = clients[system]?.()
    if (!client) throw new Error(`no client of ${system}`)
    tools = new Map(createObserviumTools(client).map((tool) => [tool.descriptor.name, tool]))
  })

  function toolOf(name: string): Tool {
    const tool = tools.get(name)
    if (!tool) throw new Error(`no tool ${name}`)
    return tool
  }

  /** Parses the arguments as the gate does, runs, and checks the answer against the contract. */
  async function run(name: string, input: Record<string, unknown>, ctx = context()): Promise<Answer> {
    const tool = toolOf(name)
    const result = await tool.run(tool.descriptor.input.parse(input), ctx)
    expect(tool.descriptor.output.parse(result.data)).toEqual(result.data)
    return result as Answer
  }

  describe('observium_list_devices', () => {
    const list = (input: Record<string, unknown>) => run('observium_list_devices', input)
    const hosts = ({ data }: Answer) =>
      (data.devices as { hostname: string }[]).map(({ hostname }) => hostname)

    it('pages through all of them, the one that is down first', async () => {
      const total = estate.observium.rows('devices').length
      const first = await list({})
      expect(first.data).toMatchObject({ total, page: 1, pageCount: Math.ceil(total / 50), complete: true })
      expect(hosts(first)[0]).toBe('SWITCH-VIDOURLE-003')
      expect(first.data.states).toEqual({ up: total - 1, down: 1, ignored: 0, disabled: 0 })
      expect(first.summary.fr).toBe(
        `${total} équipements : ${total - 1} en service, 1 hors service (page 1 sur ${first.data.pageCount}).`,
      )
      const seen: string[] = []
      for (let page = 1; page <= Number(first.data.pageCount); page += 1)
        seen.push(...hosts(await list({ page })))
      expect(new Set(seen).size).toBe(total)
      expect(seen).toHaveLength(total)
      expect(hosts(await list({ page: 999 }))).toEqual([])
    })

    it.each([
      [{ client: 'clinique saint jean' }, 8],
      [{ client: 'EHPAD Music' }, 4],
      [{ location: 'beziers' }, 6],
      [{ location: 'Béziers', type: 'Firewall' }, 1],
      [{ status: 'down' }, 1],
      [{ client: 'Vidourle', status: 'down', type: 'network' }, 1],
      [{ text: 'switch-clin-stjean' }, 3],
      [{ client: 'nobody at all' }, 0],
    ])('filters by %j', async (filter, count) => {
      const { data } = await list(filter)
      expect(data.total).toBe(count)
    })

    it('says what each one is', async () => {
      const { data } = await list({ text: 'ROUTEUR-MUSIC' })
      expect(data.devices).toMatchObject([
        {
          state: 'up',
          type: 'network',
          purpose: 'EHPAD Music Art - router',
          location: 'Béziers - Résidence',
        },
      ])
    })
  })

  describe('observium_list_ports', () => {
    it('names the neighbour, the use and the errors, the worst first', async () => {
      const { data, summary } = await run('observium_list_ports', { device: 'SWITCH-CLIN-STJEAN' })
      expect(data).toMatchObject({
        device: 'SWITCH-CLIN-STJEAN',
        deviceState: 'up',
        counts: { total: 24, up: 24, down: 0, adminDown: 0, withErrors: 1, saturated: 0 },
        total: 24,
        missing: [],
      })
      const ports = data.ports as { problems: string[]; neighbour: { device: string } | null }[]
      expect(ports[0]).toMatchObject({
        name: 'GigabitEthernet1/0/17',
        description: 'Plateau technique - consoles imagerie',
        problems: ['errors'],
        speedBitsPerSecond: 1_000_000_000,
        inUsedPercent: expect.any(Number),
      })
      expect(ports.flatMap(({ neighbour }) => neighbour?.device ?? [])).toContain('FW-CLIN-STJEAN')
      expect(summary.fr).toBe('SWITCH-CLIN-STJEAN : 24/24 ports actifs, 0 hors service, 1 avec erreurs.')
    })

    it('gives the ports with a problem only, a dead link to a neighbour before the rest', async () => {
      const { data } = await run('observium_list_ports', {
        device: 'SWITCH-VIDOURLE-001',
        problemsOnly: true,
      })
      const ports = data.ports as { problems: string[]; neighbour: { device: string } | null }[]
      expect(ports[0]).toMatchObject({ problems: ['down'], neighbour: { device: 'SWITCH-VIDOURLE-003' } })
      expect(ports.every(({ problems }) => problems.length > 0)).toBe(true)
      expect(data.total).toBe((data.counts as { down: number }).down)
    })

    it('says that a dead device shows its last known ports', async () => {
      const { data, summary } = await run('observium_list_ports', { device: 'SWITCH-VIDOURLE-003' })
      expect(data.deviceState).toBe('down')
      expect(summary.fr).toContain('derniers états connus')
      expect(summary.en).toContain('last known states')
    })
  })

  describe('observium_list_alerts', () => {
    it('shows what fails now, the most serious first', async () => {
      const { data, summary } = await run('observium_list_alerts', {})
      const alerts = data.alerts as { severity: string; state: string; since: string }[]
      expect(alerts.length).toBeGreaterThan(2)
      expect(alerts[0]).toMatchObject({ severity: 'critical', since: expect.stringMatching(/Z$/) })
      expect(alerts.map(({ state }) => state)).not.toContain('cleared')
      expect(summary.fr).toMatch(/^\d+ alertes en cours, dont \d+ critiques?\.$/)
    })

    it('of one device, and those that cleared lately', async () => {
      const device = 'SWITCH-JARDINS-001'
      await estate.play('switch-down', device)
      const open = await run('observium_list_alerts', { device })
      expect(open.data.alerts).toMatchObject([{ device, name: 'Device Down', state: 'open' }])
      expect(open.summary.fr).toBe(`${device} : 1 alerte en cours, dont 1 critique.`)
      await estate.play('switch-up', device)
      expect((await run('observium_list_alerts', { device })).data.total).toBe(0)
      const cleared = await run('observium_list_alerts', { device, state: 'cleared' })
      expect(cleared.data.alerts).toMatchObject([{ device, state: 'cleared' }])
      const later = context({ now: new Date(Date.now() + 3 * 3_600_000) })
      const late = { device, state: 'cleared', clearedHours: 1 }
      expect((await run('observium_list_alerts', late, later)).data.total).toBe(0)
      expect((await run('observium_list_alerts', { device, state: 'all' })).summary.en).toBe(
        `${device}: 0 open alerts, 0 critical, 1 cleared.`,
      )
    })

    it('of a device that is none', async () => {
      const error = await failureOf(run('observium_list_alerts', { device: 'NOWHERE' }))
      expect(error.reason).toBe('observium.device_not_found')
    })
  })

  describe('observium_acknowledge_alert', () => {
    const name = 'observium_acknowledge_alert'
    const effect = () => toolOf(name) as EffectTool

    async function downAlert(): Promise<number> {
      const { data } = await run('observium_list_alerts', { device: 'SWITCH-VIDOURLE-003' })
      const [alert] = data.alerts as { alertId: number }[]
      if (!alert) throw new Error('nothing fails')
      return alert.alertId
    }

    it('shows what it will do, does it, verifies, and is taken back by its undo', async () => {
      const alertId = await downAlert()
      const args = { alertId, acknowledged: true, note: 'Vu avec le client.' }
      const target = await effect().target(args, context())
      expect(target).toMatchObject({
        system: 'observium',
        kind: 'network_alert',
        id: expect.stringMatching(`^${alertId}:\\d+$`),
        name: 'Device Down - SWITCH-VIDOURLE-003',
        attributes: { device: 'SWITCH-VIDOURLE-003', severity: 'critical' },
      })
      const preview = await effect().preview(args, context())
      expect(preview.after[0]).toMatchObject({ key: 'acknowledged', value: true, changed: true })
      expect(preview.warnings.map(({ fr }) => fr)).toEqual(
        system === 'Observium' ? ['Observium ne garde pas la note.'] : [],
      )
      const startedAt = new Date()
      expect(await effect().reconcile(args, startedAt, context())).toBe('no')
      const done = await run(name, args, context({ target }))
      expect(done.data).toMatchObject({
        wasAcknowledged: false,
        acknowledged: true,
        noteKept: system !== 'Observium',
      })
      expect(await effect().reconcile(args, startedAt, context())).toBe('yes')
      expect((await effect().verify(args, { data: done.data, startedAt }, context())).status).toBe('verified')
      const listed = await run('observium_list_alerts', { device: 'SWITCH-VIDOURLE-003' })
      expect(listed.data.alerts).toMatchObject([{ alertId, state: 'acknowledged' }])
      const again = await run(name, args)
      expect(again.data).toMatchObject({ wasAcknowledged: true, noteKept: false })
      expect(effect().undo?.(args, again.data)).toBeNull()
      const undo = effect().undo?.(args, done.data)
      expect(undo).toEqual({ toolName: name, arguments: { alertId, acknowledged: false } })
      const undone = await run(name, undo?.arguments ?? {})
      expect(undone.summary.fr).toContain('acquittement retiré')
      const verified = await effect().verify(
        { alertId, acknowledged: false },
        { data: undone.data, startedAt },
        context(),
      )
      expect(verified.status).toBe('verified')
      expect((await effect().verify(args, { data: done.data, startedAt }, context())).status).toBe('mismatch')
    })

    it('changes nothing but the alert that was weighed, and nothing that has cleared', async () => {
      const device = 'SWITCH-TILLEULS-001'
      await estate.play('switch-down', device)
      const { data } = await run('observium_list_alerts', { device })
      const alertId = (data.alerts as { alertId: number; name: string }[]).find(
        (alert) => alert.name === 'Device Down',
      )?.alertId
      const args = { alertId, acknowledged: true }
      const target = await effect().target(args, context())
      const other = { ...target, id: '1' }
      const moved = { ...target, id: `${alertId}:1` }
      for (const wrong of [other, moved]) {
        const ctx = context({ target: wrong })
        expect((await failureOf(run(name, args, ctx))).reason).toBe('observium.alert_changed')
        expect((await failureOf(effect().preview(args, ctx))).reason).toBe('observium.alert_changed')
      }
      await estate.play('switch-up', device)
      const error = await failureOf(run(name, args, context({ target })))
      expect(error).toMatchObject({ code: 'CONFLICT', reason: 'observium.alert_cleared' })
      expect(await effect().reconcile(args, new Date(), context())).toBe('unknown')
      expect((await effect().preview(args, context())).warnings[0]?.en).toContain('cleared')
    })
  })
})
