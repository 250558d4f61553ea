/** After this long nothing of a write can still land: "not there" is an answer then. In milliseconds. */
export const landsWithinMs = 5 * 60_000

/** What a look at the system means for an effect that began at `startedAt`: before it must have landed, no "no". */
export function believe(
  seen: 'yes' | 'no' | 'unknown',
  { startedAt, now }: { startedAt: Date | null; now: Date },
): 'yes' | 'no' | 'unknown' {
  const ageMs = now.getTime() - (startedAt?.getTime() ?? 0)
  return seen === 'no' && ageMs < landsWithinMs ? 'unknown' : seen
}
