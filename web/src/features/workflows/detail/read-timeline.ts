import type { RunStep } from '@hub/contracts'

/** A step as the timeline shows it. */
export interface TimelineStep extends RunStep {
  /** Which try of the same step in a row this is, from 1. */
  attempt: number
  /** Time between the step before and this one, in milliseconds, when the run waited. */
  waitedMs: number | null
}

const technical = new Set(['now', 'rest', 'end'])
/** A pause that is worth a word, in milliseconds. */
const longPauseMs = 10_000

/**
 * The steps with what their order tells: tries in a row, and waits between those that are shown.
 * @param withTechnical whether the records of the engine are shown too
 */
export function readTimeline(steps: readonly RunStep[], withTechnical: boolean): TimelineStep[] {
  let before: RunStep | undefined
  let last: TimelineStep | undefined
  return steps
    .filter((step) => withTechnical || !isTechnical(step))
    .map((step) => {
      const isAgain = last?.name === step.name && last.failure !== null
      const attempt = isAgain ? (last?.attempt ?? 0) + 1 : 1
      const shown = { ...step, attempt, waitedMs: pauseBetween(before, step) }
      before = step
      if (!isTechnical(step)) last = shown
      return shown
    })
}

/** Records of the engine that tell a reader nothing: reading the time, resting, noting its end or a change of the workflow. */
export function isTechnical({ name }: Pick<RunStep, 'name'>): boolean {
  return technical.has(name) || name.startsWith('DBOS.')
}

function pauseBetween(before: RunStep | undefined, step: RunStep): number | null {
  const [from, to] = [before?.endedAt ?? null, step.startedAt]
  if (from === null || to === null) return null
  const ms = Date.parse(to) - Date.parse(from)
  return ms >= longPauseMs ? ms : null
}

/** The time that a step took, in milliseconds; null when it is not known. */
export function tookMs({ startedAt, endedAt }: Pick<RunStep, 'startedAt' | 'endedAt'>): number | null {
  return startedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt)
}
