import type { AnswerLog } from '../streams/answer-log.ts'
import { AnswerStream } from './answer-stream.ts'
import type { ChatMetrics } from './chat-metrics.ts'

export interface AnswerRun {
  messageId: string
  conversationId: string
  stream: AnswerStream
  /** Aborted by the user's "stop" or by the end of the process. */
  stop: AbortController
  log: AnswerLog
  metrics: ChatMetrics
}

/** How long an ended answer is replayed from memory; later, from the database. */
const keepMs = 30_000

/** The answers this process is writing. */
export class RunRegistry {
  readonly #runs = new Map<string, AnswerRun>()
  readonly #working = new Set<Promise<void>>()
  readonly #shared: Pick<AnswerRun, 'log' | 'metrics'>

  constructor(shared: Pick<AnswerRun, 'log' | 'metrics'>) {
    this.#shared = shared
  }

  start(
    ids: { messageId: string; conversationId: string },
    work: (run: AnswerRun) => Promise<void>,
  ): AnswerRun {
    const { messageId, conversationId } = ids
    const run: AnswerRun = {
      ...this.#shared,
      messageId,
      conversationId,
      stream: new AnswerStream(),
      stop: new AbortController(),
    }
    this.#runs.set(messageId, run)
    const working = work(run).finally(() => {
      this.#working.delete(working)
      setTimeout(() => this.#runs.delete(messageId), keepMs).unref()
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
