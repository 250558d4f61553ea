import type { Locale, SecurityLevel } from '@hub/contracts'
import type { NoticeKind } from './notice-kinds.ts'

/** What is said about one event, in one language, before it takes the format of a channel. */
export interface Notice {
  /** The same at every try: receivers drop what they have had. */
  id: string
  kind: NoticeKind | 'test'
  at: Date
  language: Locale
  /** Our own words. */
  headline: string
  level: SecurityLevel | null
  /** The action; names from outside in it are clean. */
  sentence: string | null
  /** Our labels, clean values from outside. */
  facts: { label: string; value: string }[]
  /** Opens the page of the request, nothing else. */
  link: { label: string; url: string } | null
  /** For programs. */
  data: Record<string, string | number | null>
}

/** Headline with the level in front: "[L4] A decision is needed". */
export function titleOf({ level, headline }: Notice): string {
  return level === null ? headline : `[${level}] ${headline}`
}
