import { fold } from './fold.ts'
import { subjectWords } from './words.ts'

const joined = /[\p{L}\p{M}\p{N}]+(?:[-_.@\\/:][\p{L}\p{M}\p{N}]+)+/gu
const shortest = 4
const longest = 80

/** What a text is found by: its subject words, folded and in order, then the runs that may be identifiers, whole. */
export function indexWords(text: string): string[] {
  const words = subjectWords(text).map(({ folded }) => folded)
  const runs = (text.normalize('NFC').match(joined) ?? []).filter(mayBeAskedFor).map(fold)
  return [...words, ...new Set(runs)].filter((word) => word.length <= longest)
}

/** Hyphens join ordinary words ("rendez-vous"); digits, capitals and other marks make a name of them. */
function mayBeAskedFor(run: string): boolean {
  if (run.length < shortest) return false
  return /\d|[_.@\\/:]/.test(run) || /^[\p{Lu}\d-]+$/u.test(run) || run.split('-').length > 2
}
