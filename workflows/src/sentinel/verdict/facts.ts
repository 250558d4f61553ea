import type { DeviceMetrics, ListedDevice, ListedPort } from '@hub/contracts'
import type { z } from 'zod'
import type { Alert } from '../alerts/alert.ts'
import type { MaintenanceWindow } from '../group/incident.ts'
import type { Topology } from '../group/topology.ts'
import type { DiagSign } from './evidence.ts'

type Listed = z.infer<typeof ListedDevice>
type Port = z.infer<typeof ListedPort>
type Sensor = z.infer<typeof DeviceMetrics>['sensors'][number]

/** The part of an `observium_list_devices` row that is evidence. */
export type DeviceFact = Pick<Listed, 'hostname' | 'state' | 'downReason' | 'uptimeSeconds' | 'lastPolledAt'>

/** The part of an `observium_list_ports` answer that is evidence. */
export interface PortsFact {
  device: string
  lastPolledAt: string | null
  ports: readonly Pick<
    Port,
    'name' | 'state' | 'inBitsPerSecond' | 'outBitsPerSecond' | 'errorsPerSecond' | 'problems'
  >[]
}

/** The part of an `observium_get_device_metrics` answer that is evidence. */
export interface SensorsFact {
  hostname: string
  lastPolledAt: string | null
  sensors: readonly Pick<Sensor, 'name' | 'class' | 'value' | 'state'>[]
}

/** Everything that is read about the world at one moment; what could not be read is left out. */
export interface Facts {
  now: string
  devices: readonly DeviceFact[]
  ports: readonly PortsFact[]
  sensors: readonly SensorsFact[]
  topology: Topology
  maintenance: readonly MaintenanceWindow[]
  /** Log lines of the last hour, joined or not. */
  logs: readonly Alert[]
  answers: readonly { at: string; sign: DiagSign; quote: string }[]
}
