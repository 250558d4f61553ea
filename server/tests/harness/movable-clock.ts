import type { Clock } from '@hub/kernel'

export interface MovableClock extends Clock {
  /** Moves the clock forward, in milliseconds. */
  forward(ms: number): void
}

/** The real time plus what a test has added to it. */
export function createMovableClock(): MovableClock {
  let movedMs = 0
  return {
    now: () => new Date(Date.now() + movedMs),
    forward: (ms) => {
      movedMs += ms
    },
  }
}
