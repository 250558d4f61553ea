import { z } from 'zod'

/** State of one thing the Hub depends on. */
export const DependencyHealth = z
  .object({
    name: z.enum(['database', 'bus', 'mcp', 'glpi', 'observium', 'ad', 'mail', 'model']),
    state: z.enum(['up', 'degraded', 'down', 'unconfigured']),
    latencyMs: z.number().nullable(),
    since: z.iso.datetime(),
    checkedAt: z.iso.datetime(),
    detail: z.string().nullable(),
  })
  .meta({ id: 'DependencyHealth' })
export type DependencyHealth = z.infer<typeof DependencyHealth>
export const HealthReport = z.object({ items: z.array(DependencyHealth) }).meta({ id: 'HealthReport' })
export type HealthReport = z.infer<typeof HealthReport>
