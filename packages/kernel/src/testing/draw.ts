/** Draws that come out the same for the same seed. */
export interface Draw {
  seed: number
  /** From 0 up to but not including 1. */
  fraction(): number
  below(limit: number): number
  pick<T>(from: readonly T[]): T
}

/** A small generator (mulberry32) on `HUB_SEED`, or on a seed of its own that the test prints. */
export function createDraw(seed = Number(process.env.HUB_SEED ?? Date.now() % 1_000_000_000)): Draw {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  return {
    seed,
    fraction,
    below,
    pick(from) {
      const picked = from[below(from.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
  }
}
