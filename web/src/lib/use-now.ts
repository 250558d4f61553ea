import { useSyncExternalStore } from 'react'

interface Ticker {
  subscribe: (listener: () => void) => () => void
  read: () => number
}

/** One timer for every clock on the screen: they all change together. */
function createTicker(intervalMs: number): Ticker {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined
  let now = Date.now()
  const tick = () => {
    now = Date.now()
    for (const listener of listeners) listener()
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      if (!timer) {
        now = Date.now()
        timer = setInterval(tick, intervalMs)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    read: () => now,
  }
}

const tickers = { second: createTicker(1000), halfMinute: createTicker(30_000) }

/** The present time, renewed every second (countdowns) or every 30 s (relative times). */
export function useNow(pace: keyof typeof tickers = 'halfMinute'): Date {
  const ticker = tickers[pace]
  return new Date(useSyncExternalStore(ticker.subscribe, ticker.read))
}
