import { convert } from 'html-to-text'

/** A value of Observium on one line: device names and messages are set by the network and may hold markup. */
export function plainLine(value: string | null): string | null {
  if (value === null) return null
  const text = /[<&]/.test(value) ? convert(value, { wordwrap: false }) : value
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim() || null
}
