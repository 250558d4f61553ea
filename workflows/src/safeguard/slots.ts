/** Runs pieces of work, so many at once; the others wait for their turn. */
export type Slots = <T>(piece: () => Promise<T>) => Promise<T>

export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = []
  let free = count
  return async (piece) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await piece()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
