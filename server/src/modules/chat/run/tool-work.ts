import type { Locale } from '@hub/contracts'
import type { OfferedTool, ToolSession } from '@hub/kernel'
import type { AnswerStream } from './answer-stream.ts'
import type { ChatMetrics } from './chat-metrics.ts'
import type { Citations } from './citations.ts'
import type { ToolJournal } from './tool-journal.ts'

/** What the calls of one answer share. */
export interface ToolWork {
  session: ToolSession
  offered: ReadonlyMap<string, OfferedTool>
  stream: AnswerStream
  citations: Citations
  journal: ToolJournal
  metrics: ChatMetrics
  /** Calls with wrong arguments so far, by tool. */
  wrongCalls: Map<string, number>
  locale: Locale
  /** Longest time of a read, in milliseconds. */
  readTimeoutMs: number
  signal: AbortSignal
}

export const isRead = ({ level }: OfferedTool) => level === 'L0' || level === 'L1'
