import { setTimeout as sleep } from 'node:timers/promises'
import type { Component } from './component.ts'

const pollMs = 100

/** True when the promise settled within `limitMs`, false when the time ran out first. */
export async function withTimeout(promise: Promise<unknown>, limitMs: number): Promise<boolean> {
  const timer = new AbortController()
  const settled = promise.then(() => true)
  const late = sleep(limitMs, false, { signal: timer.signal }).catch(() => false)
  const first = await Promise.race([settled, late])
  timer.abort()
  return first
}

/**
 * Waits until `isReady` answers true. Closes the component and throws with the end of its output when it
 * ends first or when `limitMs` is over.
 */
export async function untilReady(
  component: Component,
  isReady: () => Promise<boolean>,
  limitMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + limitMs
  while (!(await isReady())) {
    const reason = component.ended() ?? (Date.now() > deadline ? `not ready after ${limitMs} ms` : undefined)
    if (reason !== undefined) {
      await component.close()
      throw new Error(`${component.name} did not start: ${reason}\n${component.output()}`)
    }
    await sleep(pollMs)
  }
}
