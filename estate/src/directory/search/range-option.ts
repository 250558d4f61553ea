interface Range {
  low: number
  high: number
}

const rangeOption = /^([^;]+);range=(\d+)-(\d+|\*)$/i

/** Split `member;range=1500-*` into the attribute and its range; a plain name has no range. */
export function parseRangeOption(option: string): { name: string; range: Range | undefined } {
  const [, name, low, high] = rangeOption.exec(option) ?? []
  if (!name) return { name: option, range: undefined }
  return { name, range: { low: Number(low), high: high === '*' ? Number.POSITIVE_INFINITY : Number(high) } }
}

interface RangeRequest {
  name: string
  range: Range | undefined
  max: number
}

/**
 * Cut a long value list as the domain does (MS-ADTS 3.1.1.3.1.3.3): at most `max` values, the name telling
 * which ones, `*` as upper bound when nothing follows.
 */
export function limitRange(
  values: readonly string[],
  { name, range, max }: RangeRequest,
): { name: string; values: readonly string[] } {
  if (!range && values.length <= max) return { name, values }
  const low = range?.low ?? 0
  const high = Math.min(range?.high ?? Number.POSITIVE_INFINITY, low + max - 1)
  const isEnd = high >= values.length - 1
  return { name: `${name};range=${low}-${isEnd ? '*' : high}`, values: values.slice(low, high + 1) }
}
