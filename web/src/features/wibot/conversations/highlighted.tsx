import { splitMatches } from './split-matches.ts'

/** A text with the words of a search marked. */
export function Highlighted({ text, query }: { text: string; query: string }) {
  return splitMatches(text, query).map(({ start, part, isMatch }) =>
    isMatch ? (
      <mark key={start} className="rounded-[3px] bg-accent-soft text-accent-ink">
        {part}
      </mark>
    ) : (
      part
    ),
  )
}
