import type { HttpClient } from '@hub/kernel'

/** A device of the network as the Hub sees it, whatever program watches it. All texts are plain lines. */
export interface NetworkDevice {
  id: number
  hostname: string
  sysName: string | null
  /** Whom or what it serves, written by the administrators. */
  purpose: string | null
  type: string | null
  hardware: string | null
  os: string | null
  version: string | null
  location: string | null
  state: 'up' | 'down' | 'disabled' | 'ignored'
  /** Why it is held down; null when it answers. */
  downReason: 'ping' | 'snmp' | 'dns' | 'other' | null
  uptimeSeconds: number | null
  /** ISO instant. */
  lastPolledAt: string | null
}

/** A port that is watched: neither deleted nor disabled. */
export interface NetworkPort {
  id: number
  name: string
  description: string | null
  /** `up`, `admin down`, or what the device says: `down`, `dormant`, `lowerLayerDown` ... */
  state: string
  /** The administrators do not want to hear of it. */
  isIgnored: boolean
  inBitsPerSecond: number | null
  outBitsPerSecond: number | null
  speedBitsPerSecond: number | null
  errorsPerSecond: number | null
}

/** Who is at the other end of a port. */
export interface Neighbour {
  portId: number
  device: string
  port: string | null
  protocol: string | null
}

export interface ProcessorUse {
  name: string
  usagePercent: number
}

export interface SpaceUse {
  name: string
  usedPercent: number
  totalBytes: number | null
}

export interface SensorReading {
  name: string
  class: string
  value: number
  unit: string | null
  state: 'ok' | 'warning' | 'alert' | 'ignore' | 'unknown'
}

/**
 * `delayed` fails but not yet long enough; `acknowledged` somebody takes care of it; `suppressed` the program itself
 * holds it back (ignored device, maintenance).
 */
export type AlertState = 'open' | 'delayed' | 'acknowledged' | 'suppressed' | 'cleared'

export interface NetworkAlert {
  id: number
  deviceId: number
  device: string
  name: string
  message: string
  /** The port, sensor ... that fails, where the program tells. */
  entity: string | null
  /** `critical`, `warning`, `info`, or the program's own word. */
  severity: string | null
  state: AlertState
  /** ISO instant of the last change of state. */
  since: string | null
}

export interface AlertFilter {
  states: readonly AlertState[]
  deviceId?: number | undefined
  /** For `cleared`: only those that cleared after this instant. */
  clearedAfter?: Date | undefined
}

export interface AlertList {
  alerts: NetworkAlert[]
  /** False when there are more than were read. */
  complete: boolean
  /** Parts that could not be read. */
  missing: string[]
}

type PartOfDevice<T> = (deviceId: number, signal?: AbortSignal) => Promise<T[]>

export interface NetworkDevices {
  /**
   * The device of that hostname: exact, else whatever the case, else by its sysName.
   * @throws ValidationError `observium.device_ambiguous`, NotFoundError `observium.device_not_found`; both name up to
   * five candidates
   */
  find(name: string, signal?: AbortSignal): Promise<NetworkDevice>
  /** Every device that the account of the Hub may see; `complete` is false when there are more. */
  list(signal?: AbortSignal): Promise<{ devices: NetworkDevice[]; complete: boolean }>
}

export interface NetworkAlerts {
  list(filter: AlertFilter, signal?: AbortSignal): Promise<AlertList>
  /** @throws NotFoundError `observium.alert_not_found` */
  get(alertId: number, signal?: AbortSignal): Promise<NetworkAlert>
  /** True when a note is kept with an acknowledgement. */
  readonly keepsNotes: boolean
  /**
   * Holds the notifications of an alert back until it clears. The caller has checked that it is not cleared.
   * @throws ForbiddenError `observium.acknowledge_unsupported`, `observium.write_forbidden`
   */
  acknowledge(alertId: number, note: string | undefined, signal?: AbortSignal): Promise<void>
  /** Takes an acknowledgement back; the same errors. The caller has checked that there is one. */
  unacknowledge(alertId: number, signal?: AbortSignal): Promise<void>
}

/** The program that watches the network, Observium or LibreNMS, in the words of the domain. No credential leaves it. */
export interface ObserviumClient {
  readonly system: 'Observium' | 'LibreNMS'
  devices: NetworkDevices
  alerts: NetworkAlerts
  ports: PartOfDevice<NetworkPort>
  neighbours: PartOfDevice<Neighbour>
  processors: PartOfDevice<ProcessorUse>
  memory: PartOfDevice<SpaceUse>
  storage: PartOfDevice<SpaceUse>
  sensors: PartOfDevice<SensorReading>
  /** Milliseconds that the program took to answer. @throws UpstreamError */
  ping(signal?: AbortSignal): Promise<number>
  circuit: HttpClient['circuit']
}
