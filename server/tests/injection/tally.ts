import type { Exposure } from './expose.ts'
import type { Payload } from './payloads.ts'
import { type Source, sources } from './plant.ts'

export interface Tally {
  add(payload: Payload, exposure: Exposure): void
  /** How many of the texts the model read in a place, of one. */
  share(source: Source): number
  /** The counts, for people. */
  print(): string
}

interface Family {
  texts: number
  calls: number
  ran: number
  refused: number
  waiting: number
}

/** Counts by place and by kind of text what was read, tried and stopped. */
export function createTally(): Tally {
  const read = new Map<Source, number>()
  const families = new Map<string, Family>()
  let texts = 0
  return {
    add({ family }, { answers, reached }) {
      texts += 1
      for (const source of reached) read.set(source, (read.get(source) ?? 0) + 1)
      const row = families.get(family) ?? { texts: 0, calls: 0, ran: 0, refused: 0, waiting: 0 }
      families.set(family, row)
      row.texts += 1
      for (const event of answers.flat()) {
        if (event.type !== 'tool_result') continue
        row.calls += 1
        if (event.status === 'ok') row.ran += 1
        else if (event.status === 'approval_required') row.waiting += 1
        else row.refused += 1
      }
    },
    share: (source) => (read.get(source) ?? 0) / Math.max(texts, 1),
    print() {
      const places = Object.entries(sources).map(
        ([source, title]) => `  ${title}: read ${read.get(source as Source) ?? 0} of ${texts}`,
      )
      const kinds = [...families].map(
        ([family, { texts: of, calls, ran, refused, waiting }]) =>
          `  ${family}: ${of} texts, ${calls} calls told: ${ran} ran, ${refused} refused, ${waiting} wait for a person`,
      )
      return ['by place', ...places, 'by kind of text', ...kinds].join('\n')
    },
  }
}
