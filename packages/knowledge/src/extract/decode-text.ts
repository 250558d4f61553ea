import { stripVTControlCharacters } from 'node:util'
import { DocumentProblem } from '../ingest/document-problem.ts'

/**
 * Text of bytes with plain line ends: UTF-8 and UTF-16 by their marks, then UTF-8, then what is declared, then Windows
 * 1252, in which old French files are written.
 * @param declared name of an encoding, as an HTML page states it
 * @throws DocumentProblem `document.encoding` when the result is no text
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const text =
    decodeUnicode(bytes) ?? (declared && strictly(declared, bytes)) ?? strictly('windows-1252', bytes)
  return plainText(text)
}

/**
 * Text of bytes that must be UTF-8, or UTF-16 with its mark.
 * @throws DocumentProblem `document.encoding`
 */
export function decodeUnicodeText(bytes: Uint8Array): string {
  return plainText(decodeUnicode(bytes))
}

function plainText(text: string | undefined): string {
  if (text === undefined) throw new DocumentProblem('document.encoding')
  const start = text.startsWith('\ufeff') ? 1 : 0
  const plain = stripVTControlCharacters(text.slice(start)).replace(/\r\n?/g, '\n').replace(/\f/g, '\n')
  if (unwritable.test(plain)) throw new DocumentProblem('document.encoding')
  return plain
}

/** Control characters but tab, line feed and next line, unpaired surrogates, codes that are no characters. */
const unwritable = /[^\P{Cc}\t\n\x85]|\p{Cs}|[\ufffe\uffff]/u

function decodeUnicode(bytes: Uint8Array): string | undefined {
  return strictly(encodingOfMark(bytes) ?? encodingOfZeros(bytes) ?? 'utf-8', bytes)
}

function encodingOfMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/** Every second byte of European text in UTF-16 is zero. */
function encodingOfZeros(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 400) & ~1
  if (length < 8) return undefined
  const zeros = [0, 0]
  for (let index = 0; index < length; index++)
    if (bytes[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > length * 0.4 && even < length * 0.05) return 'utf-16le'
  return even > length * 0.4 && odd < length * 0.05 ? 'utf-16be' : undefined
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    // A TypeError is bytes that are not in this encoding, a RangeError an encoding that does not exist.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}
