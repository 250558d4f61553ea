const minute = 60_000
const hour = 60 * minute

/** After this long without a recovery people are told to take over. */
export const limitMs = 4 * hour
/** After this long an incident is left to its ticket. */
export const giveUpMs = 7 * 24 * hour

/** When an incident is looked at again without any news: the longer it lasts, the less often. */
export function nextLook({
  now,
  startedAt,
  overAt,
}: {
  now: string
  startedAt: string
  overAt: string | null
}): Date {
  const at = Date.parse(now)
  const ageMs = at - Date.parse(startedAt)
  const pauseMs = ageMs < hour / 2 ? 2 * minute : ageMs < limitMs ? 5 * minute : hour
  const next = at + pauseMs
  // A recovery is over at its time, not at some look after it.
  return new Date(overAt === null ? next : Math.max(at + 1_000, Math.min(next, Date.parse(overAt))))
}
