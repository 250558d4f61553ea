const constructedBit = 0x20
const maxDepth = 128

/**
 * Check that the nested elements of a message fit inside one another, so that no decoder behind it can run past
 * the end or loop on a length that lies. Throws on broken or indefinite lengths and on nesting deeper than 128.
 */
export function checkStructure(bytes: Buffer, depth = 0): void {
  if (depth > maxDepth) throw new Error('BER is nested too deeply')
  let offset = 0
  while (offset < bytes.length) {
    const isConstructed = ((bytes[offset] ?? 0) & constructedBit) !== 0
    const { start, length } = readLength(bytes, offset + 1)
    if (start + length > bytes.length) throw new Error('BER element is longer than what holds it')
    if (isConstructed) checkStructure(bytes.subarray(start, start + length), depth + 1)
    offset = start + length
  }
}

function readLength(bytes: Buffer, offset: number): { start: number; length: number } {
  const first = bytes[offset]
  if (first === undefined || first === 0x80) throw new Error('BER length is missing or indefinite')
  if (first < 0x80) return { start: offset + 1, length: first }
  const count = first & 0x7f
  if (count > 4 || offset + 1 + count > bytes.length) throw new Error('BER length is too long')
  return { start: offset + 1 + count, length: bytes.readUIntBE(offset + 1, count) }
}
