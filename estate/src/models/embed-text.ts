import { createHash } from 'node:crypto'

const directionsPerWord = 8

/**
 * A vector of unit length that depends on the text alone: each word adds signs at places its hash gives, so texts
 * that share words are nearer than texts that do not.
 */
export function embedText(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0)
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [text]
  for (const word of words) {
    const hash = createHash('sha256').update(word).digest()
    for (let direction = 0; direction < directionsPerWord; direction += 1) {
      const place = hash.readUInt32BE(direction * 4)
      const index = (place >>> 1) % dimensions
      vector[index] = (vector[index] ?? 0) + (place & 1 ? 1 : -1)
    }
  }
  return toUnitLength(vector)
}

/** Scale a vector to length 1; the zero vector becomes the first axis. */
export function toUnitLength(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector)
  if (length === 0) return vector.map((_, index) => (index === 0 ? 1 : 0))
  return vector.map((value) => value / length)
}
