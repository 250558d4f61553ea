import type { MaintenanceWindow, Verdict } from '@hub/workflows'

/** How a notification travels: over which transport, when, and how often. */
export interface Travel {
  via?: 'json' | 'form' | 'query' | 'old' | 'librenms'
  /** Minute of its delivery when it is not at once. */
  deliveredAt?: number
  times?: number
  /** Never delivered. */
  isLost?: true
}

/** Something that happens in the world, and the notification that it makes. */
export type Effect =
  | { do: 'down'; host: string; reason?: 'ping' | 'snmp' | 'dns'; travel?: Travel; isQuiet?: true }
  | { do: 'up'; host: string; isRestarted?: boolean; travel?: Travel; isQuiet?: true }
  | { do: 'cut'; site: string; alerts?: readonly string[]; travel?: Travel }
  | { do: 'restore'; site: string; restarted?: 'all' | 'none' | readonly string[]; travel?: Travel }
  | {
      do: 'port'
      host: string
      port: string
      state?: string
      errors?: number
      isSaturated?: boolean
      alert?: string
      travel?: Travel
    }
  | {
      do: 'sensor'
      host: string
      name: string
      class: string
      value: number
      state: 'ok' | 'warning' | 'alert'
      alert?: string
    }
  | {
      do: 'check'
      host: string
      message: string
      metrics: string
      isOver?: true
      severity?: string
      travel?: Travel
    }
  | { do: 'syslog'; host: string; program: string; message: string; severity?: string; travel?: Travel }
  | { do: 'remind'; host: string; travel?: Travel }
  | { do: 'gap'; hosts: 'all' | readonly string[] }
  | { do: 'polled' }
  | { do: 'answer'; text: string }

/** One labelled incident, or several at once, to be replayed. */
export interface Scenario {
  id: string
  what: string
  /** Minutes from the start (09:00 UTC, or `startsAt`) and what happens then. */
  steps: readonly (readonly [minute: number, effects: readonly Effect[]])[]
  /** Minute at which the replay ends. */
  until: number
  startsAt?: string
  maintenance?: readonly (Omit<MaintenanceWindow, 'from' | 'to' | 'id'> & { from: number; to: number })[]
  expect: {
    incidents: readonly { about: string; verdict: Verdict }[]
    tickets: number
    /** Diagnosis mails, over all clients. */
    mails: number
  }
}

type With<K extends Effect['do']> = Omit<Extract<Effect, { do: K }>, 'do'>

export const down = (host: string, more: Omit<With<'down'>, 'host'> = {}): Effect => ({
  do: 'down',
  host,
  ...more,
})
export const up = (host: string, more: Omit<With<'up'>, 'host'> = {}): Effect => ({ do: 'up', host, ...more })
export const cut = (site: string, more: Omit<With<'cut'>, 'site'> = {}): Effect => ({
  do: 'cut',
  site,
  ...more,
})
export const restore = (
  site: string,
  restarted: With<'restore'>['restarted'] = 'none',
  travel: Travel = {},
): Effect => ({
  do: 'restore',
  site,
  restarted,
  travel,
})
export const port = (host: string, name: string, more: Omit<With<'port'>, 'host' | 'port'>): Effect => ({
  do: 'port',
  host,
  port: name,
  ...more,
})
export const onBattery = (site: string): Effect => ({
  do: 'sensor',
  host: `UPS-${site}`,
  name: 'Battery runtime',
  class: 'runtime',
  value: 24,
  state: 'alert',
  alert: 'UPS on battery',
})
export const onMains = (site: string): Effect => ({
  do: 'sensor',
  host: `UPS-${site}`,
  name: 'Battery runtime',
  class: 'runtime',
  value: 90,
  state: 'ok',
  alert: 'UPS on battery',
})
export const check = (
  host: string,
  message: string,
  metrics: string,
  more: Partial<With<'check'>> = {},
): Effect => ({
  do: 'check',
  host,
  message,
  metrics,
  ...more,
})
export const syslog = (host: string, program: string, message: string, severity = 'Critical'): Effect => ({
  do: 'syslog',
  host,
  program,
  message,
  severity,
})
export const answer = (text: string): Effect => ({ do: 'answer', text })
export const remind = (host: string, travel: Travel = {}): Effect => ({ do: 'remind', host, travel })
