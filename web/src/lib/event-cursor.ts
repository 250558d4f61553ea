export interface EventCursor {
  /** Newest event that is known here, for `?since=`; undefined before the first hello. */
  lastId(): number | undefined
  /** A socket has opened; it was asked for what came after `lastId`. */
  opened(): void
  /** A hello with the newest id there is. @returns whether events went missing that will not be told */
  hello(frame: { lastId: number; tooMuchMissed?: true | undefined }): boolean
  /** One event. @returns what it is to the page */
  event(id: number): EventPlace
}

/** `gap`: others went missing before it; `late`: below the newest, and new here; `seen`: told before. */
export type EventPlace = 'next' | 'gap' | 'late' | 'seen'

/** More than a socket that resumes is told again. */
const rememberedIds = 2_000

/**
 * Follows the ids of the events over every socket of a page. The first hello of a socket that resumes is followed by
 * what was missed, and by what was told shortly before once more, for an event can come late; a hello in mid-socket, or
 * of a Hub that has begun anew, says that events are lost.
 */
export function createEventCursor(): EventCursor {
  let last: number | undefined
  let isResuming = false
  const seen = new Set<number>()
  return {
    lastId: () => last,
    opened() {
      isResuming = last !== undefined
    },
    hello({ lastId, tooMuchMissed }) {
      const previous = last
      const isTold = isResuming && !tooMuchMissed && previous !== undefined && lastId >= previous
      isResuming = false
      if (isTold) return false
      if (previous !== undefined && lastId < previous) seen.clear()
      last = lastId
      return tooMuchMissed === true || (previous !== undefined && lastId !== previous)
    },
    event(id) {
      if (seen.has(id)) return 'seen'
      remember(seen, id)
      const previous = last
      last = previous === undefined ? id : Math.max(previous, id)
      if (previous === undefined || id === previous + 1) return 'next'
      return id > previous ? 'gap' : 'late'
    },
  }
}

function remember(seen: Set<number>, id: number): void {
  seen.add(id)
  const [oldest] = seen
  if (seen.size > rememberedIds && oldest !== undefined) seen.delete(oldest)
}
