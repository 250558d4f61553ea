import { formatDuration } from '../../lib/time.ts'

/** Seconds to read: below one second they are not rounded away. */
export function readingTime(seconds: number): string {
  return seconds > 0 && seconds < 1 ? '< 1 s' : formatDuration(seconds * 1000)
}
