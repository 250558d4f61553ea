const thresholdMinutes = [1, 5, 10]

/** The threshold (10, 5 or 1 minutes) that the time left went through between two looks; undefined for none. */
export function crossedThreshold(previousMs: number, ms: number): number | undefined {
  return thresholdMinutes.find((minutes) => previousMs > minutes * 60_000 && ms <= minutes * 60_000 && ms > 0)
}
