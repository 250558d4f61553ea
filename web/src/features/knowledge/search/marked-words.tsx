import { Fragment } from 'react'
import { splitMarked } from './split-marked.ts'

/** A text with the words that begin with one of the stems marked. */
export function MarkedWords({ text, stems }: { text: string; stems: readonly string[] }) {
  return splitMarked(text, stems).map(({ text: piece, isMarked, at }) =>
    isMarked ? (
      <mark key={at} className="rounded-[3px] bg-accent-soft px-0.5 font-medium text-accent-ink">
        {piece}
      </mark>
    ) : (
      <Fragment key={at}>{piece}</Fragment>
    ),
  )
}
