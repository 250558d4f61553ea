import { z } from 'zod'
import { defineDescriptor, readHints } from '../tool-descriptor.ts'
import { DeviceName, Instant } from './parameters.ts'

export const DeviceAlert = z.object({
  alertId: z.number().int(),
  name: z.string(),
  message: z.string(),
  entity: z.string().nullable(),
  severity: z.string().nullable(),
  since: Instant.nullable(),
})

export const DeviceStatus = z.object({
  deviceId: z.number().int(),
  hostname: z.string(),
  state: z.enum(['up', 'down', 'disabled', 'ignored']),
  /** Why Observium holds it down: no ping, no SNMP, no name. */
  downReason: z.enum(['ping', 'snmp', 'dns', 'other']).nullable(),
  uptimeSeconds: z.number().int().nullable(),
  hardware: z.string().nullable(),
  os: z.string().nullable(),
  version: z.string().nullable(),
  type: z.string().nullable(),
  location: z.string().nullable(),
  lastPolledAt: Instant.nullable(),
  ports: z
    .object({
      total: z.number().int(),
      up: z.number().int(),
      down: z.number().int(),
      adminDown: z.number().int(),
    })
    .nullable(),
  alerts: z.array(DeviceAlert),
  /** Parts that could not be read. */
  missing: z.array(z.string()),
})

export const observiumGetDeviceStatus = defineDescriptor({
  name: 'observium_get_device_status',
  version: '1',
  system: 'observium',
  level: 'L0',
  titles: { fr: 'État d’un équipement', en: 'Device status' },
  description:
    'Reads the present state of one network device in Observium: up or down, uptime, ports, open alerts, time of the last poll.',
  input: z.object({ device: DeviceName }).strict(),
  output: z.object({ device: DeviceStatus }),
  annotations: readHints,
  describe: ({ device }) => ({ fr: `Lecture de l’état de ${device}`, en: `Reading the state of ${device}` }),
})
