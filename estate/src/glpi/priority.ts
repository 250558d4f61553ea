// Rows: urgency 1-5, columns: impact 1-5 (GLPI's stock matrix).
const matrix = [
  [1, 1, 2, 2, 2],
  [1, 2, 2, 3, 3],
  [2, 2, 3, 4, 4],
  [2, 3, 4, 4, 5],
  [2, 3, 4, 5, 5],
] as const

/** Priority 1-5 computed from urgency and impact; values outside 1-5 count as 3. */
export function priorityOf(urgency: number, impact: number): number {
  return matrix[urgency - 1]?.[impact - 1] ?? 3
}
