const minuteMs = 60_000

/** How long a step rests after its first, second, ... failed attempt before it is tried again by itself. */
const restsMs = [2_000, 10_000, minuteMs, 5 * minuteMs, 15 * minuteMs, 30 * minuteMs, 60 * minuteMs]

/** @returns milliseconds until the next attempt, null when the budget is spent and a person has to say so */
export function restAfter(failedAttempts: number): number | null {
  return restsMs[failedAttempts - 1] ?? null
}
