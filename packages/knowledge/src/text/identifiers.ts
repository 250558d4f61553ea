import { fold } from './fold.ts'

const joined = /#\p{N}{1,12}(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:[-_.@\\/:][\p{L}\p{N}]+)+|[\p{L}\p{N}]+/gu
const maxIdentifiers = 8
/** A French verb with its pronoun: "applique-t-il". */
const inversion =
  /-(?:t-)?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|moi|toi|lui|leur|les?|la|y|en|l[àa]|ci)$/i

/** Device names, error codes, logins, addresses, "#1234": the parts of a text that must be matched as they are. Folded. */
export function findIdentifiers(text: string): string[] {
  return allIdentifiers(text).slice(0, maxIdentifiers)
}

/** Every identifier of a text, once. Folded. */
export function allIdentifiers(text: string): string[] {
  const found = (text.normalize('NFC').match(joined) ?? []).filter(isIdentifier).map(fold)
  return [...new Set(found)]
}

function isIdentifier(run: string): boolean {
  if (run.startsWith('#')) return true
  if (inversion.test(run)) return false
  if (run.length < 4 || run.length > 80 || /^\d+(?:[-/.:]\d+){0,2}$/.test(run)) return false
  const hasDigitsAmongLetters = /\d/.test(run) && /\p{L}/u.test(run)
  const isCapitalName = /^[\p{Lu}\d]+(?:[-_][\p{Lu}\d]+)+$/u.test(run)
  const parts = run.split(/[-_.@\\/:]/).length
  return (
    hasDigitsAmongLetters ||
    isCapitalName ||
    /[_@\\]|\p{L}\.\p{L}/u.test(run) ||
    (parts > 2 && run.length > 12)
  )
}
