import { createRandom } from './random.ts'

/** Vectors around a number of centres, each centre twice as far from the others as its points from it. */
export interface VectorSource {
  /** A unit vector near the centre of that number. */
  near(centre: number): number[]
  centres: number
}

const spreadOfPoints = 0.5

/** A seeded mixture of gaussians: real embeddings come in clusters too. */
export function createVectorSource({
  dim,
  centres,
  seed,
}: {
  dim: number
  centres: number
  seed: number
}): VectorSource {
  const random = createRandom(seed)
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const vector = () => Array.from({ length: dim }, gaussian)
  const means = Array.from({ length: centres }, vector)
  return {
    centres,
    near(centre) {
      const mean = means[centre % centres] ?? vector()
      return toUnit(mean.map((value) => value + spreadOfPoints * gaussian()))
    },
  }
}

function toUnit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector)
  return vector.map((value) => Math.round((value / length) * 1e6) / 1e6)
}
