export interface EventCursor {
  /** Newest event that is known here, for `?since=`; undefined before the first hello. */
  lastId(): number | undefined
  /** A socket has opened; it was asked for what came after `lastId`. */
  opened(): void
  /** A hello with the newest id there is. @returns whether events went missing that will not be told */
  hello(frame: { lastId: number; tooMuchMissed?: true | undefined }): boolean
  /** One event. @returns whether others went missing before it */
  event(id: number): boolean
}

/**
 * Follows the ids of the events over every socket of a page. The first hello of a socket that resumes is followed by
 * what was missed; a hello in mid-socket, or of a Hub that has begun anew, says that events are lost.
 */
export function createEventCursor(): EventCursor {
  let last: number | undefined
  let isResuming = false
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
      last = lastId
      return tooMuchMissed === true || (previous !== undefined && lastId !== previous)
    },
    event(id) {
      const previous = last
      last = previous === undefined ? id : Math.max(previous, id)
      return previous !== undefined && id > previous + 1
    },
  }
}
