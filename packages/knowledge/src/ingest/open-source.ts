import { createHash } from 'node:crypto'
import path from 'node:path'
import { decodeUnicodeText } from '../extract/decode-text.ts'
import { formatOfName } from '../extract/text-format.ts'
import type { ListedFile } from './list-files.ts'
import { readBounded } from './read-bounded.ts'

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

/** @throws DocumentProblem when it or its sheet is too large, no regular file below the folder, or cannot be read */
export async function openSource(dir: string, file: ListedFile): Promise<SourceFile> {
  const { bytes, modifiedAt } = await readBounded(dir, file.path, { maxBytes: maxBytesOf(file.path) })
  const sidecar =
    file.sidecar && (await readBounded(dir, file.sidecar, { maxBytes: maxSidecarBytes, isSheet: true }))
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
