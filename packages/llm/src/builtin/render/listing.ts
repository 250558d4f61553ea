import type { LocalizedText } from '@hub/contracts'
import type { Turn } from '../intent.ts'
import { lastResult } from '../results.ts'
import { bullets, paragraphs, say } from './blocks.ts'
import { renderFailure } from './outcome.ts'

const shown = 20

export interface Listing {
  title: LocalizedText
  none: LocalizedText
  rows: string[]
  total?: number | undefined
}

/** A titled list with how many there are; longer ones are cut and say so. */
export function renderListing(turn: Turn, { title, none, rows, total = rows.length }: Listing): string {
  if (rows.length === 0) return say(turn, none)
  const count = Math.max(total, rows.length)
  const visible = Math.min(rows.length, shown)
  const more = count - visible
  return paragraphs(
    `**${say(turn, title)}** (${count})`,
    bullets(rows.slice(0, shown)),
    more > 0 && say(turn, { fr: `Et ${more} de plus.`, en: `And ${more} more.` }),
  )
}

/** What to say when the tool of an answer failed. */
export function renderMissing(turn: Turn, tool: string, subject: LocalizedText): string {
  const result = lastResult(turn, tool)
  return renderFailure(turn, say(turn, subject), result ?? { tool, arguments: {}, status: 'error' })
}
