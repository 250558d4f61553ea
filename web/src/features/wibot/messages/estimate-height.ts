import type { TimelineEntry } from './timeline.ts'

const charsPerLine = 88
const linePx = 24

/** About how tall a message stands before it has been measured, in pixels; near enough that the scroll bar stays calm. */
export function estimateHeight({ message }: TimelineEntry): number {
  const breaks = message.content.split('\n', 400).length - 1
  const lines = Math.max(1, message.content.length / charsPerLine + breaks * 0.7)
  const isQuestion = message.role === 'user'
  const around = isQuestion ? 52 : 96 + (message.toolCalls.length > 0 ? 72 : 0) + message.sources.length * 40
  return Math.round(around + lines * linePx)
}
