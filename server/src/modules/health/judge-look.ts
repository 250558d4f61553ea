import type { DependencyHealth } from '@hub/contracts'

type State = DependencyHealth['state']

/** What one look at a dependency found. */
export interface Look {
  state: State
  detail: string | null
  latencyMs: number | null
  at: Date
}

/** What is told of a dependency. `doubts` counts the looks in a row that did not find it in its state. */
export interface KnownState extends Look {
  since: Date
  doubts: number
  doubtsSince: Date | null
}

/** So many looks in a row change the state: one lost packet is no outage, one lucky answer is no recovery. */
const enoughDoubts = 2

/**
 * What is told after one more look. What the Hub is set up with is no weather: it changes at once.
 * @returns `from` when the state changed; null for what stays, or was never looked at
 */
export function judgeLook(known: KnownState | null, look: Look): { known: KnownState; from: State | null } {
  const calm = { doubts: 0, doubtsSince: null }
  if (!known) return { known: { ...look, since: look.at, ...calm }, from: null }
  // Found late by a process that could not record it: others have looked since.
  if (look.at < known.at) return { known, from: null }
  if (look.state === known.state) return { known: { ...look, since: known.since, ...calm }, from: null }
  const isSetUp = look.state === 'unconfigured' || known.state === 'unconfigured'
  const doubtsSince = known.doubtsSince ?? look.at
  const doubts = known.doubts + 1
  if (!isSetUp && doubts < enoughDoubts)
    return { known: { ...known, at: look.at, doubts, doubtsSince }, from: null }
  return { known: { ...look, since: isSetUp ? look.at : doubtsSince, ...calm }, from: known.state }
}
