const longestMs = 15_000

/**
 * Waits before the n-th new attempt (from 1): at once for the first, then twice as long each time with a spread,
 * at most 15 s. Ends early when the network comes back, the page is shown again, or `signal` aborts.
 */
export function pauseBefore(attempt: number, signal: AbortSignal): Promise<void> {
  const full = Math.min(longestMs, 500 * 2 ** (attempt - 1))
  const ms = attempt === 1 ? 100 : full / 2 + (full / 2) * Math.random()
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      document.removeEventListener('visibilitychange', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end)
    document.addEventListener('visibilitychange', end)
    signal.addEventListener('abort', end)
  })
}
