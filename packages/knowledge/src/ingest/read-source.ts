import { readFile, stat } from 'node:fs/promises'
import { DocumentProblem } from './document-problem.ts'

const maxBytes = 1_000_000

/**
 * Text of a file with plain line ends.
 * @throws DocumentProblem when it is too large, not UTF-8 or holds what a database text cannot
 */
export async function readSource(file: string): Promise<string> {
  if ((await stat(file)).size > maxBytes) throw new DocumentProblem(`larger than ${maxBytes} bytes`)
  const text = decode(await readFile(file)).replace(/\r\n?/g, '\n')
  if (text.includes('\0')) throw new DocumentProblem('holds a NUL character')
  return text
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DocumentProblem('not UTF-8 text', { cause })
  }
}
