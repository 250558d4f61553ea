/** Control, format (bidi, zero-width, tags), private and unpaired characters, line and paragraph separators. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu
const zeroWidth = '\u200b'

/**
 * Text from outside as one line that shows what it is: nothing invisible, no address that a reader could click on.
 * @param max characters at most; a longer text is cut and says so
 */
export function cleanName(text: string, max: number): string {
  const line = text
    .normalize('NFC')
    .replace(invisible, ' ')
    .replace(/\s+/g, ' ')
    .replace(/:\/\//g, ': //')
    .replace(/\bwww\./gi, 'www .')
    .replace(/(\w)\.(\p{L}{2,})(?=[/:?#])/gu, '$1 .$2')
    .replace(/\b(mailto|javascript|data|tel):/gi, '$1 :')
    .trim()
  const letters = [...line]
  return letters.length <= max ? line : `${letters.slice(0, max - 1).join('')}…`
}

/**
 * For chat formats: no mention, markdown link or image can form. An invisible break works in every dialect, an escape
 * character only in some.
 */
export function breakMarkup(text: string): string {
  return text.replace(/[@<\]!`]/g, (mark) => `${mark}${zeroWidth}`)
}
