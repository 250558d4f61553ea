import { expect, it } from 'vitest'
import { FrameReader } from './frame-reader.ts'
import { frame, queryFrame } from './frames.ts'

function typedReader(maxFrameBytes: number): FrameReader {
  const reader = new FrameReader(maxFrameBytes)
  reader.typed = true
  return reader
}

function readAll(reader: FrameReader): Buffer[] {
  const messages: Buffer[] = []
  for (let message = reader.next(); message; message = reader.next()) messages.push(message)
  return messages
}

it('gives the same messages however the bytes are cut', () => {
  const messages = [queryFrame('SELECT 1'), frame('S'), queryFrame('x'.repeat(3_000)), frame('X')]
  const bytes = Buffer.concat(messages)
  for (const size of [1, 2, 5, 7, 1_000, bytes.length]) {
    const reader = typedReader(10_000)
    const seen: Buffer[] = []
    for (let at = 0; at < bytes.length; at += size) {
      reader.push(bytes.subarray(at, at + size))
      seen.push(...readAll(reader))
    }
    expect(seen).toEqual(messages)
  }
})

it('takes a large message in small pieces in linear time', () => {
  const message = queryFrame('x'.repeat(30_000_000))
  const reader = typedReader(64_000_000)
  const start = performance.now()
  for (let at = 0; at < message.length; at += 8_192) {
    reader.push(message.subarray(at, at + 8_192))
    if (at + 8_192 < message.length) expect(reader.next()).toBeUndefined()
  }
  expect(reader.next()?.length).toBe(message.length)
  expect(performance.now() - start).toBeLessThan(2_000)
})

it.each([
  ['an unknown type', Buffer.from('?\0\0\0\x04'), '08P01'],
  ['a length below its own size', Buffer.from('Q\0\0\0\0'), '08P01'],
  ['a length over the limit', Buffer.from('Q\0\x01\0\0'), '54000'],
  ['a small message that is large', Buffer.from('E\0\0\x30\0'), '54000'],
])('refuses %s before its body comes', (_, bytes, code) => {
  const reader = typedReader(20_000)
  reader.push(bytes)
  expect(() => reader.next()).toThrow(expect.objectContaining({ code }))
})
