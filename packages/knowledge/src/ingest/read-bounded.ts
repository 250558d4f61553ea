import { constants } from 'node:fs'
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises'
import path from 'node:path'
import { DocumentProblem } from './document-problem.ts'

/** Of what a link, a pipe without writer or a socket answers when it is opened so. */
const oddCodes: readonly unknown[] = ['ELOOP', 'EMLINK', 'ENXIO']
const leastRead = 65_536

/**
 * The bytes of a regular file below a folder, whatever has taken its place since it was listed: no link is followed,
 * nothing is waited for, and no more is read than may be.
 * @throws DocumentProblem when it is no such file, too large or cannot be read
 */
export async function readBounded(
  dir: string,
  name: string,
  { maxBytes, isSheet = false }: { maxBytes: number; isSheet?: boolean },
): Promise<{ bytes: Buffer; modifiedAt: Date }> {
  const oddFile = () =>
    new DocumentProblem('document.not_a_file', isSheet ? { sheet: path.posix.basename(name) } : {})
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  try {
    await using handle = await open(path.join(dir, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    const { size, mtime } = await handle.stat()
    if (!(await isRegularBelow(dir, name, handle))) throw oddFile()
    if (size > maxBytes) throw tooLarge(maxBytes)
    return { bytes: await readAll(handle, { size, maxBytes }), modifiedAt: mtime }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
    if (oddCodes.includes(error.code)) throw oddFile()
    throw new DocumentProblem('document.unreadable', { code: String(error.code) }, error)
  }
}

const tooLarge = (maxBytes: number) =>
  new DocumentProblem('document.too_large', { megabytes: maxBytes / 1e6 })

/** Whether what was opened is a file, and the one that stands below the folder: a folder on the way may be a link. */
async function isRegularBelow(dir: string, name: string, handle: FileHandle): Promise<boolean> {
  const opened = await handle.stat({ bigint: true })
  if (!opened.isFile()) return false
  const root = await realpath(dir)
  const folder = await realpath(path.join(dir, path.dirname(name)))
  const way = path.relative(root, folder)
  if (way.split(path.sep)[0] === '..' || path.isAbsolute(way)) return false
  const there = await lstat(path.join(folder, path.basename(name)), { bigint: true })
  return there.ino === opened.ino && there.dev === opened.dev
}

async function readAll(
  handle: FileHandle,
  { size, maxBytes }: { size: number; maxBytes: number },
): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  while (length <= maxBytes) {
    const wanted = Math.max(size + 1 - length, leastRead)
    const part = Buffer.allocUnsafe(Math.min(wanted, maxBytes + 1 - length))
    const { bytesRead } = await handle.read(part)
    if (bytesRead === 0) return Buffer.concat(parts)
    parts.push(part.subarray(0, bytesRead))
    length += bytesRead
  }
  throw tooLarge(maxBytes)
}
