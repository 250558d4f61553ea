/** What was left out of a value: where, and how much of how much is shown. */
export interface LeftOut {
  path: string
  shown: number
  of: number
  unit: 'items' | 'characters'
}

/** Rounds of ever smaller lists and texts: the first that fits is taken. */
const steps = [
  { items: 200, characters: 4_000 },
  { items: 100, characters: 2_000 },
  { items: 50, characters: 1_000 },
  { items: 25, characters: 600 },
  { items: 12, characters: 300 },
  { items: 6, characters: 160 },
  { items: 3, characters: 80 },
  { items: 1, characters: 40 },
]

/**
 * A value whose JSON is at most `limit` characters long where that is possible: lists keep their first items, texts
 * their beginning, and every place that lost something is told.
 */
export function shortenJson(value: unknown, limit: number): { value: unknown; leftOut: LeftOut[] } {
  let result: { value: unknown; leftOut: LeftOut[] } = { value, leftOut: [] }
  if (JSON.stringify(value ?? null).length <= limit) return result
  for (const step of steps) {
    const leftOut: LeftOut[] = []
    result = { value: cut(value, { ...step, path: '', leftOut }), leftOut }
    if (JSON.stringify(result.value).length <= limit) return result
  }
  return result
}

interface Cut {
  items: number
  characters: number
  path: string
  leftOut: LeftOut[]
}

function cut(value: unknown, how: Cut): unknown {
  const { items, characters, path, leftOut } = how
  if (typeof value === 'string') {
    if (value.length <= characters) return value
    leftOut.push({ path, shown: characters, of: value.length, unit: 'characters' })
    return `${value.slice(0, characters).toWellFormed()}...`
  }
  if (Array.isArray(value)) {
    if (value.length > items) leftOut.push({ path, shown: items, of: value.length, unit: 'items' })
    return value.slice(0, items).map((item, index) => cut(item, { ...how, path: `${path}[${index}]` }))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, cut(inner, { ...how, path: path ? `${path}.${key}` : key })]),
  )
}
