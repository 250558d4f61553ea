import { type Answer, isEnded, restarted } from './answer.ts'
import { applyEvent } from './apply-event.ts'
import { readEvents } from './read-events.ts'

export interface FollowOptions {
  /** What is already known; an empty answer for a new one. */
  answer: Answer
  /** First request of a new answer; left out when an answer is resumed. */
  send?: () => Promise<Response>
  resume: (at: { messageId: string; lastEventId: number }) => Promise<Response>
  /** True when asking again later may succeed; false ends the following with that error. */
  canRetry: (error: unknown) => boolean
  /** Waits before the n-th new attempt (from 1); may return early, e.g. when the network is back. */
  pause: (attempt: number, signal: AbortSignal) => Promise<void>
  signal: AbortSignal
  silenceMs: number
  onAnswer: (answer: Answer) => void
  onConnection: (state: 'open' | 'lost') => void
}

/**
 * Follows one answer to its `done` event, across lost connections: resumes after the last event applied
 * (GET /api/chat/messages/:id/stream with Last-Event-ID). Gives the ended answer, or the answer so far when
 * `signal` aborts. Throws what `send` throws, a loss before the first event, and what `canRetry` refuses.
 */
export async function followAnswer(options: FollowOptions): Promise<Answer> {
  const run: Run = { answer: options.answer, refusedAt: null, attempt: 0 }
  let request = options.send ?? (() => resumeRequest(options, run))
  while (!isEnded(run.answer) && !options.signal.aborted) {
    const before = run.answer.lastEventId
    try {
      await consume(await request(), options, run)
    } catch (error) {
      if (options.signal.aborted) break
      if (run.answer.messageId === null || !options.canRetry(error)) throw error
    }
    if (isEnded(run.answer) || options.signal.aborted) break
    if (run.answer.messageId === null) throw new Error('the connection was lost before the answer started')
    options.onConnection('lost')
    run.attempt = run.answer.lastEventId > before ? 1 : run.attempt + 1
    await options.pause(run.attempt, options.signal)
    request = () => resumeRequest(options, run)
  }
  return run.answer
}

interface Run {
  answer: Answer
  /** Rank after which a jump was refused; the same jump again is what the server has, and is taken. */
  refusedAt: number | null
  attempt: number
}

async function resumeRequest(options: FollowOptions, { answer }: Run): Promise<Response> {
  if (answer.messageId === null) throw new Error('the connection was lost before the answer started')
  return options.resume({ messageId: answer.messageId, lastEventId: answer.lastEventId })
}

async function consume(response: Response, options: FollowOptions, run: Run): Promise<void> {
  if (response.body === null) return
  options.onConnection('open')
  for await (const ranked of readEvents(response.body, { silenceMs: options.silenceMs })) {
    if (options.signal.aborted) return
    // Once its writing is over, the Hub tells an answer whole, from rank 1, in fewer events. A later `start`
    // only says that another engine took over.
    if (ranked.event?.type === 'start' && ranked.id === 1 && run.answer.lastEventId > 0)
      run.answer = restarted(run.answer)
    const applied = applyEvent(run.answer, ranked, run.refusedAt === run.answer.lastEventId)
    if (applied.outcome === 'gap') {
      run.refusedAt = run.answer.lastEventId
      return
    }
    if (applied.outcome === 'duplicate') continue
    run.answer = applied.answer
    options.onAnswer(run.answer)
    if (isEnded(run.answer)) return
  }
}
