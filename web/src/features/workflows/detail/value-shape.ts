import type { Locale } from '@hub/contracts'

export type Scalar = string | number | boolean

/** An item with its place in its list: recorded lists never change. */
interface Ranked<T> {
  rank: number
  item: T
}

/** A recorded value as people look at it. */
export type Shape =
  | { kind: 'none' }
  | { kind: 'scalar'; value: Scalar }
  | { kind: 'list'; items: Ranked<Scalar>[] }
  | { kind: 'records'; items: Ranked<unknown>[] }
  | { kind: 'record'; entries: [string, unknown][] }

/** What kind of thing a recorded value is; empty ones are nothing. */
export function shapeOf(value: unknown): Shape {
  if (isNothing(value)) return { kind: 'none' }
  if (isScalar(value)) return { kind: 'scalar', value }
  if (Array.isArray(value))
    return value.every(isScalar)
      ? { kind: 'list', items: ranked(value) }
      : { kind: 'records', items: ranked<unknown>(value) }
  return {
    kind: 'record',
    entries: Object.entries(value as object).filter(([, inner]) => !isNothing(inner)),
  }
}

/** Whether there is nothing to show in a value. */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.values(value).every(isNothing)
}

/** The text of a record that holds one in French and English, and what else it holds. */
export function spokenText(
  entries: readonly [string, unknown][],
  locale: Locale,
): { text: string | null; rest: [string, unknown][] } {
  const record = new Map(entries)
  const [fr, en] = [record.get('fr'), record.get('en')]
  if (typeof fr !== 'string' || typeof en !== 'string') return { text: null, rest: [...entries] }
  return { text: { fr, en }[locale], rest: entries.filter(([key]) => key !== 'fr' && key !== 'en') }
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function ranked<T>(items: readonly T[]): Ranked<T>[] {
  return items.map((item, rank) => ({ rank, item }))
}
