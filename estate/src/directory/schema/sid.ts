/** Encode a textual SID (`S-1-5-21-...`) as the hex of its binary form (MS-DTYP 2.4.2.2). */
export function sidToHex(sid: string): string {
  const [, revision, authority, ...parts] = sid.split('-').map(Number)
  const bytes = Buffer.alloc(8 + parts.length * 4)
  bytes.writeUInt8(revision ?? 1, 0)
  bytes.writeUInt8(parts.length, 1)
  bytes.writeUIntBE(authority ?? 5, 2, 6)
  for (const [index, part] of parts.entries()) bytes.writeUInt32LE(part, 8 + index * 4)
  return bytes.toString('hex')
}

/** Hex of a GUID in the byte order objectGUID uses: the first three groups are little-endian. */
export function guidToHex(guid: string): string {
  const [a = '', b = '', c = '', d = '', e = ''] = guid.toLowerCase().split('-')
  const swap = (group: string) => Buffer.from(group, 'hex').reverse().toString('hex')
  return swap(a) + swap(b) + swap(c) + d + e
}
