import { fold } from './fold.ts'
import { isStopWord } from './stop-words.ts'

export interface Word {
  /** As written, in lower case with its accents. */
  surface: string
  folded: string
  /** Where it stands in the text given, in characters; `to` excluded. */
  from: number
  to: number
}

/** Every run of letters and digits of a text, in order. */
export function allWords(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: run, index }) => ({
    surface: run.normalize('NFC').toLowerCase(),
    folded: fold(run),
    from: index,
    to: index + run.length,
  }))
}

/** The words that carry the subject of a text: no stop words, no single letters. */
export function subjectWords(text: string): Word[] {
  return allWords(text).filter(({ folded }) => folded.length > 1 && !isStopWord(folded))
}
