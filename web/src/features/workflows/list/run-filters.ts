import { RunState, type WorkflowName, workflowNames } from '@hub/contracts'

/** States of a run, and all that are not an end together. */
export const stateFilters = ['open', ...RunState.options] as const

export const readyDays = [1, 7, 30] as const

/** Ready days up to now, or days of the calendar, both whole; null for any date. */
export type RunPeriod = { days: (typeof readyDays)[number] } | { from: string; to: string } | null

export interface RunFilters {
  workflow: WorkflowName | undefined
  state: (typeof stateFilters)[number] | undefined
  search: string | undefined
  period: RunPeriod
  cursor: string | undefined
}

const calendarDay = /^\d{4}-\d{2}-\d{2}$/
const dayMs = 24 * 3_600_000

/** Reads the filters out of an address; what is none of ours is left out. */
export function readRunFilters(params: URLSearchParams): RunFilters {
  const value = (key: string) => params.get(key)?.trim() || undefined
  return {
    workflow: workflowNames.find((name) => name === value('workflow')),
    state: stateFilters.find((state) => state === value('state')),
    search: value('q')?.slice(0, 100),
    period: readPeriod(params),
    cursor: value('cursor'),
  }
}

function readPeriod(params: URLSearchParams): RunPeriod {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  if (isDay(from) && isDay(to) && from <= to) return { from, to }
  const days = readyDays.find((ready) => String(ready) === params.get('days'))
  return days === undefined ? null : { days }
}

function isDay(text: string): boolean {
  return calendarDay.test(text) && !Number.isNaN(new Date(`${text}T00:00`).getTime())
}

/** The instants of a period in the zone of the reader, as the API takes them. */
export function spanOf(period: RunPeriod, now: Date): { from?: string; to?: string } {
  if (period === null) return {}
  if ('days' in period) return { from: new Date(now.getTime() - period.days * dayMs).toISOString() }
  const to = new Date(`${period.to}T00:00`)
  return {
    from: new Date(`${period.from}T00:00`).toISOString(),
    to: new Date(to.getFullYear(), to.getMonth(), to.getDate() + 1).toISOString(),
  }
}
