import { longestMaintenanceDays, type MaintenanceOwner, type PlanMaintenance } from '@hub/contracts'
import { fromLocalInput, toLocalInput } from '../../../lib/local-input.ts'

const hourMs = 3_600_000

/** A maintenance while it is being typed; times are those of the inputs, in the zone of the reader. */
export interface PlanDraft {
  label: string
  by: MaintenanceOwner
  startsAt: string
  endsAt: string
  isEverything: boolean
  sites: readonly string[]
  devices: readonly string[]
}

export type WrongField = 'label' | 'startsAt' | 'endsAt' | 'sites'

/** Two hours from now on. */
export function emptyPlan(now: Date): PlanDraft {
  return {
    ...{ label: '', by: 'us', isEverything: false, sites: [], devices: [] },
    startsAt: toLocalInput(now),
    endsAt: toLocalInput(new Date(now.getTime() + 2 * hourMs)),
  }
}

/** The end of a maintenance that lasts so long, for its input; as it was while the begin is not complete. */
export function endAfter({ startsAt, endsAt }: PlanDraft, hours: number): string {
  const from = fromLocalInput(startsAt)
  return from ? toLocalInput(new Date(from.getTime() + hours * hourMs)) : endsAt
}

/** @returns what is sent, null while something is wrong, and the names of what is */
export function readPlan(
  draft: PlanDraft,
  now: Date,
): { input: PlanMaintenance | null; wrong: WrongField[] } {
  const { label, by, isEverything } = draft
  const [from, to] = [fromLocalInput(draft.startsAt), fromLocalInput(draft.endsAt)]
  const longestMs = longestMaintenanceDays * 24 * hourMs
  const isEnd = to && to > now && (!from || (to > from && to.getTime() - from.getTime() <= longestMs))
  const isAboutNothing = !isEverything && draft.sites.length + draft.devices.length === 0
  const wrong: WrongField[] = [
    ...(label.trim().length < 3 ? (['label'] as const) : []),
    ...(from ? [] : (['startsAt'] as const)),
    ...(isEnd ? [] : (['endsAt'] as const)),
    ...(isAboutNothing ? (['sites'] as const) : []),
  ]
  if (wrong.length > 0 || !from || !to) return { input: null, wrong }
  const sites = isEverything ? [] : [...draft.sites]
  const devices = isEverything ? [] : [...draft.devices]
  const span = { startsAt: from.toISOString(), endsAt: to.toISOString() }
  return { input: { label: label.trim(), by, isEverything, sites, devices, ...span }, wrong }
}
