import { z } from 'zod'
import { Instant } from './parameters.ts'

const maxAlertId = 4_294_967_295

/** A number, or its digits as a small model writes them; nothing else is turned into one. */
export const AlertId = z
  .preprocess(
    (value) =>
      typeof value === 'string' && /^\s*#?\d{1,10}\s*$/.test(value) ? Number(value.replace('#', '')) : value,
    z.number().int().positive().max(maxAlertId),
  )
  .meta({
    type: 'integer',
    minimum: 1,
    maximum: maxAlertId,
    description: 'Number of the alert as observium_list_alerts gives it, e.g. 4711',
  })

/**
 * `delayed` fails but not yet long enough to be told; `acknowledged` somebody takes care of it; `suppressed` held
 * back by the monitoring itself (ignored device, maintenance).
 */
export const NetworkAlertState = z.enum(['open', 'delayed', 'acknowledged', 'suppressed', 'cleared'])

export const NetworkAlert = z.object({
  alertId: z.number().int(),
  deviceId: z.number().int(),
  device: z.string(),
  name: z.string(),
  message: z.string(),
  entity: z.string().nullable(),
  severity: z.string().nullable(),
  state: NetworkAlertState,
  since: Instant.nullable(),
})

export const PageNumber = z.number().int().min(1).max(1000).default(1).describe('Page of 50 items, from 1')
