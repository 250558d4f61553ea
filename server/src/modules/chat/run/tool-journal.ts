import type { LocalizedText } from '@hub/contracts'

interface JournalEntry {
  label: LocalizedText
  /** What came back; null while the tool runs. */
  result: { status: string; summary: LocalizedText } | null
}

/** The tool calls of one answer, as its end tells them. */
export class ToolJournal {
  readonly #entries = new Map<string, JournalEntry>()

  started(callId: string, label: LocalizedText): void {
    this.#entries.set(callId, { label, result: null })
  }

  ended(callId: string, result: { status: string; summary: LocalizedText }): void {
    const entry = this.#entries.get(callId)
    if (entry) entry.result = result
  }

  /** Calls without an answer: what they were to do. */
  running(): LocalizedText[] {
    return [...this.#entries.values()].flatMap(({ label, result }) => (result ? [] : [label]))
  }

  /** What came back, oldest first. */
  findings(): { label: LocalizedText; summary: LocalizedText }[] {
    return [...this.#entries.values()].flatMap(({ label, result }) =>
      result ? [{ label, summary: result.summary }] : [],
    )
  }
}
