import { crc32 } from 'node:zlib'
import type { ZipEntry } from './read-zip.ts'

/** A zip file of entries that are not packed (APPNOTE.TXT 4.3), for a reader that must find nothing but what was checked. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const local = header({ name, bytes, start: 0x04034b50 })
    parts.push(local, bytes)
    directory.push(header({ name, bytes, start: 0x02014b50, offset }))
    offset += local.length + bytes.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

/** The header before an entry, or, with its offset, the one in the directory, which has a few more fields. */
function header(entry: ZipEntry & { start: number; offset?: number }): Buffer {
  const { name, bytes, start, offset } = entry
  const nameBytes = Buffer.from(name)
  const shift = offset === undefined ? 0 : 2
  const fixed = Buffer.alloc(offset === undefined ? 30 : 46)
  fixed.writeUInt32LE(start, 0)
  fixed.writeUInt16LE(20, 4)
  if (shift > 0) fixed.writeUInt16LE(20, 6)
  // Names are UTF-8.
  fixed.writeUInt16LE(0x0800, 6 + shift)
  fixed.writeUInt32LE(crc32(bytes), 14 + shift)
  fixed.writeUInt32LE(bytes.length, 18 + shift)
  fixed.writeUInt32LE(bytes.length, 22 + shift)
  fixed.writeUInt16LE(nameBytes.length, 26 + shift)
  if (offset !== undefined) fixed.writeUInt32LE(offset, 42)
  return Buffer.concat([fixed, nameBytes])
}
