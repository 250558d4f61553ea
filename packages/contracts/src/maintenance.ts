import { z } from 'zod'
import { LongPageQuery, pageOf } from './page.ts'

/** Whose work it is. */
export const maintenanceOwners = ['us', 'provider', 'client'] as const
export const MaintenanceOwner = z.enum(maintenanceOwners)
export type MaintenanceOwner = z.infer<typeof MaintenanceOwner>

export const longestMaintenanceDays = 30
const longestMs = longestMaintenanceDays * 86_400_000
const Names = z.array(z.string().min(1).max(200)).max(500)

/** A planned work: while it lasts, what SENTINEL is told of its sites and devices opens no incident. */
export const MaintenanceWindow = z
  .object({
    id: z.string(),
    label: z.string(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    sites: z.array(z.string()),
    /** With everything that hangs from them. */
    devices: z.array(z.string()),
    isEverything: z.boolean(),
    by: MaintenanceOwner,
    state: z.enum(['current', 'coming', 'past']),
    plannedBy: z.string().nullable(),
  })
  .meta({ id: 'MaintenanceWindow' })
export type MaintenanceWindow = z.infer<typeof MaintenanceWindow>
export const MaintenanceWindows = pageOf(MaintenanceWindow).meta({ id: 'MaintenanceWindows' })
export type MaintenanceWindows = z.infer<typeof MaintenanceWindows>

/** `open`: current and coming, the next to end first; `past`: the last ended first. */
export const MaintenanceQuery = LongPageQuery.extend({
  when: z.enum(['open', 'past']).default('open'),
}).strict()
export type MaintenanceQuery = z.infer<typeof MaintenanceQuery>

/** Names of sites and devices as the monitoring has them. */
export const PlanMaintenance = z
  .object({
    label: z.string().trim().min(3).max(120),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    sites: Names.default([]),
    devices: Names.default([]),
    isEverything: z.boolean().default(false),
    by: MaintenanceOwner,
  })
  .strict()
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt), {
    path: ['endsAt'],
    message: 'is not after the begin',
  })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) <= longestMs, {
    path: ['endsAt'],
    message: `is more than ${longestMaintenanceDays} days after the begin`,
  })
  .refine(({ sites, devices, isEverything }) => isEverything || sites.length + devices.length > 0, {
    path: ['sites'],
    message: 'names no site, no device and not everything',
  })
  .meta({ id: 'PlanMaintenance' })
export type PlanMaintenance = z.infer<typeof PlanMaintenance>

/** What a window can be about, as SENTINEL has last read it from the monitoring. */
export const MaintenancePlaces = z
  .object({
    sites: z.array(z.object({ name: z.string(), client: z.string(), devices: z.array(z.string()) })),
    /** Null when it was never read. */
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'MaintenancePlaces' })
export type MaintenancePlaces = z.infer<typeof MaintenancePlaces>
