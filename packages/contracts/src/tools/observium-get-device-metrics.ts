import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { DeviceName, Instant } from './parameters.ts'

const Percent = z.number().min(0).max(100)

export const DeviceMetrics = z.object({
  deviceId: z.number().int(),
  hostname: z.string(),
  lastPolledAt: Instant.nullable(),
  processors: z.array(z.object({ name: z.string(), usagePercent: Percent })),
  memory: z.array(z.object({ name: z.string(), usedPercent: Percent, totalBytes: z.number().nullable() })),
  storage: z.array(z.object({ name: z.string(), usedPercent: Percent, totalBytes: z.number().nullable() })),
  sensors: z.array(
    z.object({
      name: z.string(),
      class: z.string(),
      value: z.number(),
      unit: z.string().nullable(),
      state: z.enum(['ok', 'warning', 'alert', 'ignore', 'unknown']),
    }),
  ),
  /** The busiest ports first. */
  ports: z.array(
    z.object({
      name: z.string(),
      description: z.string().nullable(),
      state: z.string(),
      inBitsPerSecond: z.number().nullable(),
      outBitsPerSecond: z.number().nullable(),
      speedBitsPerSecond: z.number().nullable(),
      errorsPerSecond: z.number().nullable(),
    }),
  ),
  missing: z.array(z.string()),
})

export const observiumGetDeviceMetrics = defineDescriptor({
  name: 'observium_get_device_metrics',
  version: '1',
  system: 'observium',
  level: 'L0',
  titles: { fr: 'Mesures d’un équipement', en: 'Device metrics' },
  description:
    'Reads the last measures of one network device in Observium: processor, memory, storage, sensors, and its busiest ports.',
  input: z.object({ device: DeviceName }).strict(),
  output: z.object({ metrics: DeviceMetrics }),
  annotations: readHints,
  describe: ({ device }) => ({
    fr: `Lecture des mesures de ${device}`,
    en: `Reading the metrics of ${device}`,
  }),
})
