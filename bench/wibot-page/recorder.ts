import type { Page } from '@playwright/test'

/** What a stretch of time looked like to a reader; times in milliseconds. */
export interface Recorded {
  frames: number[]
  longTasks: number[]
  /** Sum of the layout shift scores without a recent input. */
  shift: number
}

const script = `
  const record = { frames: [], longTasks: [], shift: 0 }
  globalThis.record = record
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) record.longTasks.push(duration)
  }).observe({ type: 'longtask' })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) record.shift += entry.value
  }).observe({ type: 'layout-shift' })
  let last
  const frame = (now) => {
    if (last !== undefined) record.frames.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
`

/** Records every page that this page opens from now on. */
export async function installRecorder(page: Page): Promise<void> {
  await page.addInitScript(script)
}

/** Gives what was recorded since the last call, and begins again. */
export function takeRecord(page: Page): Promise<Recorded> {
  return page.evaluate(`(() => {
    const { frames, longTasks, shift } = record
    Object.assign(record, { frames: [], longTasks: [], shift: 0 })
    return { frames, longTasks, shift }
  })()`)
}

/** Two stretches as one. */
export function joined(first: Recorded, second: Recorded): Recorded {
  return {
    frames: [...first.frames, ...second.frames],
    longTasks: [...first.longTasks, ...second.longTasks],
    shift: first.shift + second.shift,
  }
}

/** One line of figures. */
export function describe({ frames, longTasks, shift }: Recorded): string {
  const sorted = [...frames].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0)
  const longest = Math.max(0, ...longTasks).toFixed(0)
  return `frames p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} max ${at(1)} ms; ${longTasks.length} tasks over 50 ms, longest ${longest} ms; shift ${shift.toFixed(4)}`
}
