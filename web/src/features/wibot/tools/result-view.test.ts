import { describe, expect, it } from 'vitest'
import { formatElapsed, formatValue } from './format-value.ts'
import { resultView } from './result-view.ts'

describe('resultView', () => {
  it('lays a device status out as facts and a table of its alerts', () => {
    const view = resultView({
      device: {
        deviceId: 7,
        hostname: 'SW-1',
        state: 'up',
        downReason: null,
        ports: { total: 24, up: 22 },
        alerts: [{ alertId: 3, name: 'CPU', since: null }],
        missing: ['sensors'],
      },
    })
    expect(view.facts).toEqual([
      { key: 'hostname', group: null, value: 'SW-1' },
      { key: 'state', group: null, value: 'up' },
      { key: 'total', group: 'ports', value: 24 },
      { key: 'up', group: 'ports', value: 22 },
    ])
    expect(view.tables).toEqual([
      { key: 'alerts', columns: ['name'], rows: [{ rank: 0, cells: { name: 'CPU', since: null } }] },
    ])
    expect(view.missing).toEqual(['sensors'])
  })

  it('keeps lists of words whole and counts lists inside rows', () => {
    const view = resultView({
      groups: ['VPN', 'Compta'],
      clients: [{ name: 'A', devices: [{}, {}] }],
      total: 1,
    })
    expect(view.facts[0]).toEqual({ key: 'groups', group: null, value: ['VPN', 'Compta'] })
    expect(view.tables[0]?.rows).toEqual([{ rank: 0, cells: { name: 'A', devices: 2 } }])
  })

  it('accepts any shape', () => {
    for (const data of [null, undefined, [], {}, () => 1]) {
      expect(resultView(data)).toEqual({ facts: [], tables: [], missing: [] })
    }
    expect(resultView('ok').facts).toEqual([{ key: 'result', group: null, value: 'ok' }])
  })
})

describe('formatValue', () => {
  it('reads the unit from the key', () => {
    expect(formatValue('uptimeSeconds', 45 * 86_400 + 3 * 3600 + 59, 'fr')).toBe('45 j 3 h')
    expect(formatValue('usagePercent', 12.345, 'fr')).toBe('12,35 %')
    expect(formatValue('inBitsPerSecond', 1_250_000, 'en')).toBe('1.3 Mbit/s')
    expect(formatValue('totalBytes', 8_000_000_000, 'fr')).toBe('8 Go')
    expect(formatValue('locked', true, 'fr')).toBe('oui')
    expect(formatValue('hostname', '2026', 'fr')).toBe('2026')
    expect(formatValue('lastPolledAt', '2020-03-02T09:00:00Z', 'en')).toMatch(/2020/)
  })

  it('writes elapsed times', () => {
    expect([120, 1234, 65_000].map((ms) => formatElapsed(ms, 'fr'))).toEqual(['120 ms', '1,2 s', '1 min 5 s'])
  })
})
