/** A repeatable source of choices: the same seed always builds the same demo world. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number between both bounds, included. */
  int(min: number, max: number): number
  pick<T>(list: readonly T[]): T
  chance(probability: number): boolean
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string
}

/** Builds a Random from a 32-bit seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    int,
    pick: (list) => {
      const choice = list[int(0, list.length - 1)]
      if (choice === undefined) throw new Error('Cannot pick from an empty list')
      return choice
    },
    chance: (probability) => next() < probability,
    hex: (digits) => Array.from({ length: digits }, () => int(0, 15).toString(16)).join(''),
  }
}
