import { useEffect, useState } from 'react'

/** Milliseconds since `startedAt`, refreshed ten times a second while `isRunning`. */
export function useElapsed(startedAt: string, isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), 100)
    return () => clearInterval(timer)
  }, [isRunning])
  return Math.max(0, now - Date.parse(startedAt))
}
