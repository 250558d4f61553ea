import { inflateRawSync } from 'node:zlib'
import { DocumentProblem } from '../../ingest/document-problem.ts'

/** An entry of a zip file, unpacked. */
export interface ZipEntry {
  name: string
  bytes: Buffer
}

const endMagic = 0x06054b50
const entryMagic = 0x02014b50
const localMagic = 0x04034b50
const maxEntries = 2_000
const encryptedFlag = 1

/**
 * The entries of a zip file that are wanted, unpacked, never more than `maxBytes` of them whatever the file says of
 * their sizes (APPNOTE.TXT 4.3; no zip64, no split archives).
 * @throws DocumentProblem `document.damaged`, `document.encrypted` or `document.too_complex`
 */
export function readZip(
  zip: Buffer,
  { isWanted, maxBytes }: { isWanted: (name: string) => boolean; maxBytes: number },
): ZipEntry[] {
  try {
    return readEntries(zip, { isWanted, maxBytes })
  } catch (cause) {
    if (cause instanceof DocumentProblem) throw cause
    const isTooLong = cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    if (isTooLong) throw new DocumentProblem('document.too_complex', {}, cause)
    throw new DocumentProblem('document.damaged', { format: 'docx' }, cause)
  }
}

function readEntries(
  zip: Buffer,
  { isWanted, maxBytes }: { isWanted: (name: string) => boolean; maxBytes: number },
): ZipEntry[] {
  const end = findEnd(zip)
  const count = zip.readUInt16LE(end + 10)
  if (count > maxEntries) throw new DocumentProblem('document.too_complex')
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let left = maxBytes
  let at = zip.readUInt32LE(end + 16)
  for (let number = 0; number < count; number++) {
    const entry = readHeader(zip, at)
    at = entry.next
    if (!isWanted(entry.name)) continue
    if (names.has(entry.name)) throw new Error(`${entry.name} stands twice in the archive`)
    const bytes = unpack(zip, entry, left)
    names.add(entry.name)
    left -= bytes.length
    entries.push({ name: entry.name, bytes })
  }
  return entries
}

function findEnd(zip: Buffer): number {
  const lowest = Math.max(0, zip.length - 22 - 0xffff)
  for (let at = zip.length - 22; at >= lowest; at--) if (zip.readUInt32LE(at) === endMagic) return at
  throw new Error('the end of the archive is missing')
}

interface Header {
  name: string
  method: number
  packedSize: number
  offset: number
  next: number
}

function readHeader(zip: Buffer, at: number): Header {
  if (zip.readUInt32LE(at) !== entryMagic) throw new Error('the directory of the archive is broken')
  if (zip.readUInt16LE(at + 8) & encryptedFlag) throw new DocumentProblem('document.encrypted')
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
  return {
    name: zip.toString('utf8', at + 46, nameEnd),
    method: zip.readUInt16LE(at + 10),
    packedSize: zip.readUInt32LE(at + 20),
    offset: zip.readUInt32LE(at + 42),
    next: nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
  }
}

function unpack(zip: Buffer, { method, packedSize, offset }: Header, maxBytes: number): Buffer {
  if (zip.readUInt32LE(offset) !== localMagic) throw new Error('an entry of the archive is missing')
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  if (start + packedSize > zip.length) throw new Error('an entry of the archive is cut')
  const packed = zip.subarray(start, start + packedSize)
  if (method !== 0 && method !== 8) throw new Error(`compression method ${method} is not used in documents`)
  if (method === 0 && packed.length > maxBytes) throw new DocumentProblem('document.too_complex')
  return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) })
}
