/** Slips between two words: letters missing, added, wrong or swapped with the next; `most` + 1 when there are more. */
export function editDistance(first: string, second: string, most: number): number {
  if (Math.abs(first.length - second.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: second.length + 1 }, (_, index) => index)
  for (let row = 1; row <= first.length; row++) {
    const current = [row]
    for (let column = 1; column <= second.length; column++) {
      const isSame = first[row - 1] === second[column - 1]
      const steps = [
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      ]
      const isSwap = first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1]
      if (isSwap) steps.push(at(beforeLast, column - 2) + 1)
      current.push(Math.min(...steps))
    }
    beforeLast = last
    last = current
  }
  return Math.min(at(last, second.length), most + 1)
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY
