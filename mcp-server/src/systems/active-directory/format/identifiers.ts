/** objectGUID in its printed form: the first three groups are little-endian. Needs 16 bytes. */
export function printGuid(bytes: Buffer): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
  const hex = order.map((index) => (bytes[index] ?? 0).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** objectSid as text, `S-1-5-21-...`; MS-DTYP section 2.4.2.2. */
export function printSid(bytes: Buffer): string {
  const count = bytes.readUInt8(1)
  const authority = bytes.readUIntBE(2, 6)
  const parts = Array.from({ length: count }, (_, index) => bytes.readUInt32LE(8 + index * 4))
  return ['S', bytes.readUInt8(0), authority, ...parts].join('-')
}

/** The same SID with another last number, e.g. the primary group of a user. */
export function siblingSid(sid: Buffer, rid: number): Buffer {
  const sibling = Buffer.from(sid)
  sibling.writeUInt32LE(rid, sibling.length - 4)
  return sibling
}
