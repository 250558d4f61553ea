/** Typing distance of two words: insertions, deletions, substitutions and swaps of neighbours, one each. */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length] ?? 0
}

/** True when `typed` is `expected` with few enough slips: none under 6 letters, 1 under 9, else 2. */
export function isTypoOf(typed: string, expected: string): boolean {
  if (typed === expected) return true
  if (expected.length < 6 || typed[0] !== expected[0]) return false
  const allowed = expected.length < 9 ? 1 : 2
  if (Math.abs(typed.length - expected.length) > allowed) return false
  return editDistance(typed, expected) <= allowed
}
