import { AnswerStream } from './answer-stream.ts'

export interface AnswerRun {
  messageId: string
  conversationId: string
  stream: AnswerStream
  /** Aborted by the user's "stop" or by the end of the process. */
  stop: AbortController
}

/** How long an ended answer can still be replayed from memory. */
const keepMs = 120_000

/** The answers this process is writing. */
export class RunRegistry {
  readonly #runs = new Map<string, AnswerRun>()
  readonly #working = new Set<Promise<void>>()

  start(
    ids: { messageId: string; conversationId: string },
    work: (run: AnswerRun) => Promise<void>,
  ): AnswerRun {
    const run: AnswerRun = { ...ids, stream: new AnswerStream(), stop: new AbortController() }
    this.#runs.set(ids.messageId, run)
    const working = work(run).finally(() => {
      this.#working.delete(working)
      setTimeout(() => this.#runs.delete(ids.messageId), keepMs).unref()
    })
    this.#working.add(working)
    return run
  }

  find(messageId: string): AnswerRun | undefined {
    return this.#runs.get(messageId)
  }

  /** Ends every answer as interrupted and waits until each is saved. */
  async close(): Promise<void> {
    for (const run of this.#runs.values()) run.stop.abort('interrupted')
    await Promise.allSettled(this.#working)
  }
}
