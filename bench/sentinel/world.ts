import { type Facts, parseDiagAnswer } from '@hub/workflows'
import { places } from './places.ts'
import type { Effect } from './scenario.ts'

const minute = 60_000
const pollMinutes = 5

interface Device {
  isUp: boolean
  reason: 'ping' | 'snmp' | 'dns'
  /** Minute of the last poll when polling stopped; null while it is polled. */
  frozenAt: number | null
  /** Minute of its start. */
  bootAt: number
}

interface Port {
  state: string
  errors: number
  isSaturated: boolean
}

/** The state of the demo network at one minute, as the tools of the Hub would show it. */
export class World {
  readonly start: number
  private readonly devices = new Map<string, Device>()
  private readonly ports = new Map<string, Port>()
  private readonly sensors = new Map<string, Extract<Effect, { do: 'sensor' }> & { at: number }>()
  private readonly answers: Facts['answers'][number][] = []
  private gapHosts: 'all' | readonly string[] = []
  private gapAt = 0

  constructor(start: number) {
    this.start = start
    for (const { hostname } of places.devices)
      this.devices.set(hostname, { isUp: true, reason: 'ping', frozenAt: null, bootAt: -60_000 })
    for (const { links } of places.sites)
      for (const { device, port } of links) this.ports.set(`${device}|${port}`, calm())
    for (const { parent, parentPort } of places.devices)
      if (parent !== null) this.ports.set(`${parent}|${parentPort}`, calm())
  }

  isUp(host: string): boolean {
    return this.devices.get(host)?.isUp ?? false
  }

  /** ISO time of a minute. */
  timeOf(at: number): string {
    return new Date(this.start + at * minute).toISOString()
  }

  /** `isSeen`: the device before it still answers and shows its port down. */
  fall(host: string, at: number, { reason, isSeen }: { reason: Device['reason']; isSeen: boolean }): void {
    const device = this.devices.get(host)
    if (device === undefined || !device.isUp) return
    this.devices.set(host, { ...device, isUp: false, reason, frozenAt: pollBefore(at - 0.01) })
    const lead = places.devices.find(({ hostname }) => hostname === host)
    if (isSeen && lead !== undefined && lead.parent !== null)
      this.setPort(`${lead.parent}|${lead.parentPort}`, { state: 'down' })
  }

  rise(host: string, at: number, isRestarted: boolean): void {
    const device = this.devices.get(host)
    if (device === undefined) return
    const bootAt = isRestarted ? at - 2 : device.bootAt
    this.devices.set(host, { ...device, isUp: true, frozenAt: null, bootAt })
    const lead = places.devices.find(({ hostname }) => hostname === host)
    if (lead !== undefined && lead.parent !== null)
      this.setPort(`${lead.parent}|${lead.parentPort}`, { state: 'up' })
  }

  setPort(key: string, change: Partial<Port>): void {
    this.ports.set(key, { ...(this.ports.get(key) ?? calm()), ...change })
  }

  setSensor(effect: Extract<Effect, { do: 'sensor' }>, at: number): void {
    this.sensors.set(`${effect.host}|${effect.name}`, { ...effect, at })
  }

  hear(text: string, at: number): void {
    const { isDiag, signs } = parseDiagAnswer(text)
    if (isDiag) this.answers.push(...signs.map((sign) => ({ at: this.timeOf(at), ...sign })))
  }

  stopPolling(hosts: 'all' | readonly string[], at: number): void {
    this.gapHosts = hosts
    this.gapAt = at
  }

  /** Everything that can be read at that minute. */
  facts(at: number, maintenance: Facts['maintenance']): Facts {
    const devices = [...this.devices].map(([hostname, device]) => {
      const polled = this.polledAt(hostname, device, at)
      return {
        hostname,
        state: device.isUp ? ('up' as const) : ('down' as const),
        downReason: device.isUp ? null : device.reason,
        uptimeSeconds: device.isUp ? Math.round((polled - device.bootAt) * 60) : null,
        lastPolledAt: this.timeOf(polled),
      }
    })
    return {
      now: this.timeOf(at),
      devices,
      ports: devices.map(({ hostname, lastPolledAt }) => ({
        device: hostname,
        lastPolledAt,
        ports: this.portsOf(hostname),
      })),
      sensors: [...this.sensors.values()].map(({ host, name, class: kind, value, state, at: since }) => ({
        hostname: host,
        lastPolledAt: this.timeOf(this.isUp(host) ? pollBefore(at) : since),
        sensors: [{ name, class: kind, value, state }],
      })),
      topology: places,
      maintenance,
      logs: [],
      answers: this.answers,
    }
  }

  private polledAt(host: string, device: Device, at: number): number {
    if (device.frozenAt !== null) return device.frozenAt
    const isGap = this.gapHosts === 'all' || this.gapHosts.includes(host)
    return isGap ? pollBefore(this.gapAt) : pollBefore(at)
  }

  private portsOf(host: string) {
    const own = [...this.ports].filter(([key]) => key.startsWith(`${host}|`))
    return own.map(([key, { state, errors, isSaturated }]) => ({
      name: key.slice(host.length + 1),
      state,
      inBitsPerSecond: state === 'up' ? 4_200_000 : 0,
      outBitsPerSecond: state === 'up' ? 900_000 : 0,
      errorsPerSecond: errors,
      problems: [
        ...(errors > 1 ? ['errors' as const] : []),
        ...(isSaturated ? ['saturated' as const] : []),
        ...(state === 'down' ? ['down' as const] : []),
      ],
    }))
  }
}

const calm = (): Port => ({ state: 'up', errors: 0, isSaturated: false })
const pollBefore = (at: number) => Math.floor(at / pollMinutes) * pollMinutes
