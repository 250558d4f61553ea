import { useEffect, useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'

/** Seconds until another try is allowed after a rate limit; 0 when there is none. Counts down by itself. */
export function useWaitLeft(error: unknown): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const isLimited = error instanceof ApiError && error.code === 'LIMIT_EXCEEDED'
    setLeft(isLimited ? Math.ceil(error.retryAfter ?? 60) : 0)
  }, [error])
  useEffect(() => {
    if (left === 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return left
}
