import type { DeviceMetrics } from '@hub/contracts'
import type { z } from 'zod'
import type { NetworkDevice, NetworkPort, ProcessorUse, SensorReading, SpaceUse } from '../driver.ts'

type Metrics = z.infer<typeof DeviceMetrics>
type Port = Metrics['ports'][number]
const maxPorts = 20
const maxSensors = 100

export interface MetricParts {
  device: NetworkDevice
  processors: ProcessorUse[]
  memory: SpaceUse[]
  storage: SpaceUse[]
  sensors: SensorReading[]
  ports: NetworkPort[]
  missing: string[]
}

/** The measures of a device as the contract has them; a value that was not measured is left out. Pure. */
export function formatDeviceMetrics(parts: MetricParts): Metrics {
  const { device, processors, memory, storage, missing } = parts
  return {
    deviceId: device.id,
    hostname: device.hostname,
    lastPolledAt: device.lastPolledAt,
    processors,
    memory,
    storage,
    sensors: parts.sensors.slice(0, maxSensors),
    ports: parts.ports.map(formatPort).sort(byTraffic).slice(0, maxPorts),
    missing,
  }
}

function formatPort({ id: _id, isIgnored: _isIgnored, ...port }: NetworkPort): Port {
  return port
}

function byTraffic(a: Port, b: Port): number {
  const traffic = (port: Port) => Math.max(port.inBitsPerSecond ?? 0, port.outBitsPerSecond ?? 0)
  return traffic(b) - traffic(a)
}
