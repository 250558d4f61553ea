import { keyTime } from './format/marker.ts'
import { toPlainText, toRichText } from './format/rich-text.ts'

/** The effect starts within a second of what the gate noted as its start, but its record may take a moment. */
const earlierMs = 1_000
const laterMs = 30_000

/** Text as it comes back from GLPI after it was written. */
export function storedText(text: string): string {
  return toPlainText(toRichText(text))
}

/**
 * Did a write without a key of its own happen? Of what the Hub wrote with the same content, its marker says when it
 * was begun, by the clock of the Hub. Two that could be meant are no answer.
 */
export function matchWritten(rows: { key: string | null }[], startedAt: Date): 'yes' | 'no' | 'unknown' {
  const begun = rows.filter(({ key }) => {
    const time = key === null ? null : keyTime(key)
    if (time === null) return false
    const after = time - startedAt.getTime()
    return after >= -earlierMs && after <= laterMs
  })
  if (begun.length > 1) return 'unknown'
  return begun.length === 1 ? 'yes' : 'no'
}
