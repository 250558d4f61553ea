import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { decodeUnicodeText } from '../extract/decode-text.ts'
import { formatOfName } from '../extract/text-format.ts'
import { DocumentProblem } from './document-problem.ts'
import type { ListedFile } from './list-files.ts'

/** A file of the folder with its sidecar, as they are now. */
export interface SourceFile {
  path: string
  bytes: Uint8Array
  size: number
  modifiedAt: Date
  /** Name and text of the file that describes it. */
  sidecar?: { name: string; text: string }
  /** Of both contents, not of their names and times. */
  sourceHash: string
  /** Of the bytes of the file alone. */
  bytesHash: string
}

const maxTextBytes = 1_000_000
const maxBinaryBytes = 50_000_000
const maxSidecarBytes = 20_000

/** @throws DocumentProblem when it is too large or cannot be read */
export async function openSource(dir: string, file: ListedFile): Promise<SourceFile> {
  const { bytes, modifiedAt } = await readBounded(path.join(dir, file.path), maxBytesOf(file.path))
  const sidecar = file.sidecar && (await readBounded(path.join(dir, file.sidecar), maxSidecarBytes))
  const hash = createHash('sha256').update(bytes)
  const bytesHash = hash.copy().digest('hex')
  if (sidecar) hash.update('\0sidecar\0').update(sidecar.bytes)
  return {
    path: file.path,
    bytes,
    size: bytes.length,
    modifiedAt,
    ...(sidecar &&
      file.sidecar && {
        sidecar: { name: path.posix.basename(file.sidecar), text: decodeUnicodeText(sidecar.bytes) },
      }),
    sourceHash: hash.digest('hex'),
    bytesHash,
  }
}

function maxBytesOf(name: string): number {
  const format = formatOfName(name)
  return format === 'pdf' || format === 'docx' ? maxBinaryBytes : maxTextBytes
}

async function readBounded(file: string, maxBytes: number): Promise<{ bytes: Buffer; modifiedAt: Date }> {
  try {
    const { size, mtime } = await stat(file)
    if (size > maxBytes) throw new DocumentProblem('document.too_large', { megabytes: maxBytes / 1e6 })
    return { bytes: await readFile(file), modifiedAt: mtime }
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error)
      throw new DocumentProblem('document.unreadable', { code: String(error.code) }, error)
    throw error
  }
}
