import type { LocalizedText } from '@hub/contracts'
import type { AnswerRecord } from '../streams/answer-end.store.ts'

/** An answer as it grows. */
export interface Draft extends Omit<AnswerRecord, 'status' | 'finishReason'> {
  /** The notice that the reader was told last. */
  toldNotice: LocalizedText | null
  /** Of `performance.now()`. */
  startedAt: number
}

export function emptyDraft(): Draft {
  return {
    content: '',
    provider: null,
    model: null,
    notice: null,
    sources: [],
    error: null,
    promptTokens: 0,
    completionTokens: 0,
    estimated: false,
    inventedCitations: 0,
    toldNotice: null,
    startedAt: performance.now(),
  }
}
