/**
 * Keeps a list still under the pointer: known ids stay where they are, new ones enter at the top in their
 * sorted order, vanished ones leave.
 */
export function mergeOrder(previous: readonly string[], sorted: readonly string[]): string[] {
  const known = new Set(previous)
  const present = new Set(sorted)
  return [...sorted.filter((id) => !known.has(id)), ...previous.filter((id) => present.has(id))]
}
