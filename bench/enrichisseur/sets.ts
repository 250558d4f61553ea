import { createRandom } from '../knowledge/random.ts'
import { fill, type Seeded } from './fill.ts'
import { englishFrames, heldEnglishFrames } from './frames-en.ts'
import { frenchFrames, heldFrenchFrames } from './frames-fr.ts'
import { freshFrames } from './frames-fresh.ts'
import { freshPeople, heldPeople, type Person, tuningPeople } from './people.ts'

const linesOf = (frames: string) => frames.trim().split('\n')

function seeded(frames: readonly string[], people: readonly Person[], times: number): Seeded[] {
  const random = createRandom(20_261_121)
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return frames.flatMap((frame) =>
    Array.from({ length: times }, () => {
      const who = pick(people)
      return fill(frame, { who, other: pick(people.filter((one) => one !== who)), pick })
    }),
  )
}

/** The same texts at every run. `held` holds frames and people that the rules were not written on. */
export const sets = {
  tuning: seeded([...linesOf(frenchFrames), ...linesOf(englishFrames)], tuningPeople, 4),
  held: seeded([...linesOf(heldFrenchFrames), ...linesOf(heldEnglishFrames)], heldPeople, 5),
  fresh: seeded(linesOf(freshFrames), freshPeople, 5),
  'tuning frames, held people': seeded([...linesOf(frenchFrames), ...linesOf(englishFrames)], heldPeople, 2),
}
