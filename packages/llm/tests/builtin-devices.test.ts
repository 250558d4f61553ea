import { describe, expect, it } from 'vitest'
import { allTools, runTurn, type ToolAnswers, user } from './conversation.ts'
import { client, device, ok, passages, saintJean } from './results.ts'

const saintJoseph = client('Clinique Saint-Joseph', ['SWITCH-CLIN-001', 'SWITCH-CLIN-004', 'FW-CLIN'])
const answers: ToolAnswers = {
  glpi_search_client: ({ query }) => {
    const clients = [saintJean, saintJoseph].filter(({ name }) =>
      name.toLowerCase().includes(String(query).toLowerCase()),
    )
    return ok({ clients, total: clients.length })
  },
  memory_search_similar_cases: () => passages,
  observium_get_device_status: ({ device: name }) =>
    String(name).includes('UNKNOWN') ? undefined : ok({ device: device(String(name)) }),
  observium_get_device_metrics: ({ device: name }) =>
    ok({
      metrics: {
        deviceId: 1,
        hostname: name,
        lastPolledAt: '2026-11-20T18:20:00.000Z',
        processors: [{ name: 'CPU', usagePercent: 12.34 }],
        memory: [{ name: 'RAM', usedPercent: 41, totalBytes: 2 ** 31 }],
        storage: [],
        sensors: [{ name: 'Temp', class: 'temperature', value: 41.5, unit: '°C', state: 'ok' }],
        ports: [
          {
            name: 'Gi1/0/1',
            description: 'uplink',
            state: 'up',
            inBitsPerSecond: 12_400_000,
            outBitsPerSecond: null,
            speedBitsPerSecond: 1e9,
            errorsPerSecond: 0,
          },
        ],
        missing: [],
      },
    }),
}

const statusCall = (name: string) => ({ name: 'observium_get_device_status', arguments: { device: name } })

describe('state of a device', () => {
  it('finds the switch of a client, reads it and answers with its figures and sources', async () => {
    const { rounds, text } = await runTurn(
      [user("Quel est l'état du switch de la Clinique St-Jean ?")],
      answers,
    )
    expect(rounds).toEqual([
      [
        { name: 'glpi_search_client', arguments: { query: 'Clinique Saint-Jean' } },
        { name: 'memory_search_similar_cases', arguments: { query: 'switch Clinique Saint-Jean' } },
      ],
      [statusCall('SWITCH-CLIN-STJEAN')],
    ])
    expect(text).toContain('**SWITCH-CLIN-STJEAN** (Clinique Saint-Jean) est **en ligne (UP)**')
    expect(text).toContain('**45 jours**')
    expect(text).toContain('**24/24**')
    expect(text).toContain('Alertes : aucune')
    expect(text).toContain('20/11/2026 19:20')
    expect(text).toContain('[1]')
    expect(text).toContain('`SWITCH-CLIN-STJEAN-002`')
  })

  it('reads a named device at once, in English', async () => {
    const { rounds, text } = await runTurn([user('how is SWITCH-CLIN-STJEAN doing?')], answers)
    expect(rounds).toEqual([
      [
        statusCall('SWITCH-CLIN-STJEAN'),
        { name: 'memory_search_similar_cases', arguments: { query: 'SWITCH-CLIN-STJEAN' } },
      ],
    ])
    expect(text).toContain('is **up**, without a restart for **45 days**')
  })

  it('tells a device that is down, why, and its alerts, without an uptime', async () => {
    const alert = {
      alertId: 1,
      name: 'Device Down',
      message: 'no ping',
      entity: null,
      severity: 'crit',
      since: null,
    }
    const down = device('FW-CLIN', { state: 'down', downReason: 'ping', ports: null, alerts: [alert] })
    const { text } = await runTurn([user('FW-CLIN est en panne ?')], {
      ...answers,
      observium_get_device_status: () => ok({ device: down }),
    })
    expect(text).toContain('**hors ligne (DOWN)** : ne répond pas au ping')
    expect(text).toContain('Alertes (1) : Device Down - no ping')
    expect(text).not.toMatch(/jours|Ports/)
  })

  it('asks which one of several devices, then reads the one that is picked', async () => {
    const first = await runTurn([user('état du switch de la Clinique Saint-Joseph')], answers)
    expect(first.rounds).toHaveLength(1)
    expect(first.text).toContain('1. **SWITCH-CLIN-001**')
    expect(first.text).toContain('2. **SWITCH-CLIN-004**')
    expect(first.text).not.toContain('FW-CLIN')
    for (const reply of ['2', 'le deuxième', 'SWITCH-CLIN-004', '004']) {
      const { rounds } = await runTurn([...first.messages, user(reply)], answers)
      expect(rounds[0]).toContainEqual(statusCall('SWITCH-CLIN-004'))
    }
  })

  it('asks which one of several clients, then goes on with the one that is picked', async () => {
    const first = await runTurn([user('État du switch de la clinique')], answers)
    expect(first.text).toContain('1. **Clinique Saint-Jean**')
    const { rounds } = await runTurn([...first.messages, user('la première')], answers)
    expect(rounds[1]).toEqual([statusCall('SWITCH-CLIN-STJEAN')])
  })

  it('reads every one when all are asked for', async () => {
    const { rounds } = await runTurn([user('status of the switches at Clinique Saint-Joseph')], answers)
    expect(rounds[1]).toEqual([statusCall('SWITCH-CLIN-001'), statusCall('SWITCH-CLIN-004')])
  })

  it('goes on with another kind at the same client', async () => {
    const first = await runTurn([user('état du switch de la Clinique Saint-Jean')], answers)
    const { rounds } = await runTurn([...first.messages, user('et le routeur ?')], answers)
    expect(rounds[1]).toEqual([statusCall('ROUTEUR-CLIN-STJEAN')])
  })

  it('tries other spellings of a client, then says that it found none', async () => {
    const { rounds, text } = await runTurn([user('état du switch de la Clinique Ste-Barbe')], answers)
    expect(rounds.flat().filter(({ name }) => name === 'glpi_search_client')).toHaveLength(4)
    expect(text).toContain('aucun client pour « Clinique Ste-Barbe »')
  })

  it('says so when the client has no such device, and when Observium does not know it', async () => {
    const none = await runTurn([user("état de l'imprimante de la Clinique Saint-Joseph")], answers)
    expect(none.text).toContain('Aucun équipement de type « imprimante »')
    const unknown = await runTurn([user('état de SWITCH-UNKNOWN-1')], answers)
    expect(unknown.text).toContain('Observium ne connaît aucun équipement nommé **SWITCH-UNKNOWN-1**')
    expect(unknown.text).not.toMatch(/UP|\d+ jours/)
  })

  it('gives no state when the read failed or was refused', async () => {
    for (const status of ['error', 'denied']) {
      const { text } = await runTurn([user('état de SWITCH-CLIN-001')], {
        ...answers,
        observium_get_device_status: () => ({ status, error: { message: 'Observium est injoignable.' } }),
      })
      expect(text).toContain('Observium est injoignable.')
      expect(text).not.toMatch(/en ligne|hors ligne/)
    }
  })

  it('goes on without knowledge, and says what is missing without Observium', async () => {
    const without = (name: string) => ({ tools: allTools.filter((tool) => tool.name !== name) })
    const plain = await runTurn(
      [user('état de SWITCH-CLIN-001')],
      answers,
      without('memory_search_similar_cases'),
    )
    expect(plain.rounds).toEqual([[statusCall('SWITCH-CLIN-001')]])
    const blind = await runTurn(
      [user('état de SWITCH-CLIN-001')],
      answers,
      without('observium_get_device_status'),
    )
    expect(blind.rounds).toEqual([])
    expect(blind.text).toContain('`observium_get_device_status`')
  })

  it('shows text of other systems literally: no links, no citations, no markup', async () => {
    const { text } = await runTurn([user('état de SWITCH-CLIN-001')], {
      ...answers,
      memory_search_similar_cases: () => undefined,
      observium_get_device_status: () =>
        ok({ device: device('SWITCH-CLIN-001', { location: '![x](http://evil) [9] <img src=x> | **ok**' }) }),
    })
    expect(text).toContain('!\\[x\\](http://evil) \\[9\\] \\| \\*\\*ok\\*\\*')
  })
})

describe('metrics of a device', () => {
  it('writes processor, memory, sensors and traffic in the units of the reader', async () => {
    const { rounds, text } = await runTurn([user('CPU et trafic de SWITCH-CLIN-001')], answers)
    expect(rounds).toEqual([
      [{ name: 'observium_get_device_metrics', arguments: { device: 'SWITCH-CLIN-001' } }],
    ])
    for (const figure of [
      'CPU **12,3 %**',
      'RAM **41 %** de 2 Go',
      '41,5 °C',
      '| 12,4 Mbit/s | - | 1 Gbit/s |',
    ]) {
      expect(text).toContain(figure)
    }
  })

  it('finds the device of a client first', async () => {
    const { rounds } = await runTurn([user('traffic of the router at Clinique St-Jean')], answers)
    expect(rounds).toEqual([
      [{ name: 'glpi_search_client', arguments: { query: 'Clinique Saint-Jean' } }],
      [{ name: 'observium_get_device_metrics', arguments: { device: 'ROUTEUR-CLIN-STJEAN' } }],
    ])
  })
})

describe('sheet of a client', () => {
  it('writes what GLPI knows of the client', async () => {
    const { rounds, text } = await runTurn([user('Quels équipements à la Clinique St-Jean ?')], answers)
    expect(rounds).toEqual([[{ name: 'glpi_search_client', arguments: { query: 'Clinique Saint-Jean' } }]])
    expect(text).toContain('Téléphone : 04 65 71 42 00')
    expect(text).toContain('Tickets ouverts : 3')
    expect(text).toContain('`FW-CLIN-STJEAN`')
    expect(text).not.toContain('E-mail')
  })
})
