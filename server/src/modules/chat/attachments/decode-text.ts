/** Control characters that texts have: tab, line ends, form feed, and the escape of terminal colours. */
const usual = new Set(['\t', '\n', '\r', '\f', '\v', '\u0085', String.fromCharCode(27)])

function isBinary(text: string): boolean {
  for (const [character] of text.matchAll(/\p{Cc}/gu)) if (!usual.has(character)) return true
  return false
}

/** The text of bytes in UTF-8, UTF-16 with its mark or Windows-1252; null when they are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes)) {
    const text = decode(bytes, encoding)
    if (text !== null && !isBinary(text)) return text
  }
  return null
}

function encodingsOf([first, second]: Uint8Array): string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  return ['utf-8', 'windows-1252']
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
