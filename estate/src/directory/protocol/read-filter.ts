import { BerReader, SearchFilter } from 'ldapts'
import type { FilterNode } from './filter-node.ts'

const maxDepth = 100

/**
 * Decode a filter. The library's own decoder turns binary values into text and reads presence filters at the
 * start of the buffer, so only its BER reader is used here.
 * Throws on anything that RFC 4511 does not define and on filters nested deeper than 100.
 */
export function readFilter(reader: BerReader, depth = 0): FilterNode {
  if (depth > maxDepth) throw new Error('filter is nested too deeply')
  const { tag, content } = readElement(reader)
  switch (tag) {
    case SearchFilter.and:
      return { kind: 'and', parts: readSet(content, depth) }
    case SearchFilter.or:
      return { kind: 'or', parts: readSet(content, depth) }
    case SearchFilter.not:
      return { kind: 'not', part: readFilter(content, depth + 1) }
    case SearchFilter.equalityMatch:
    case SearchFilter.approxMatch:
      return { kind: 'equal', ...readAssertion(content) }
    case SearchFilter.greaterOrEqual:
      return { kind: 'greaterOrEqual', ...readAssertion(content) }
    case SearchFilter.lessOrEqual:
      return { kind: 'lessOrEqual', ...readAssertion(content) }
    case SearchFilter.present:
      return { kind: 'present', attribute: content.buffer.toString('utf8') }
    case SearchFilter.substrings:
      return readSubstring(content)
    case SearchFilter.extensibleMatch:
      return readExtensible(content)
    default:
      throw new Error(`unknown filter 0x${tag.toString(16)}`)
  }
}

function readElement(reader: BerReader): { tag: number; content: BerReader } {
  const tag = reader.readSequence()
  if (tag === null || reader.length < 0 || reader.length > reader.remain) throw new Error('truncated filter')
  const end = reader.offset + reader.length
  const content = new BerReader(reader.buffer.subarray(reader.offset, end))
  reader.offset = end
  return { tag, content }
}

function readSet(content: BerReader, depth: number): FilterNode[] {
  const parts: FilterNode[] = []
  while (content.remain > 0) parts.push(readFilter(content, depth + 1))
  return parts
}

function readAssertion(content: BerReader): { attribute: string; value: Buffer } {
  const attribute = content.readString()
  const value = content.readString(0x04, true)
  if (!attribute || value === null) throw new Error('incomplete assertion')
  return { attribute, value }
}

function readSubstring(content: BerReader): FilterNode {
  const attribute = content.readString()
  if (!attribute) throw new Error('substring filter without attribute')
  const pieces = readElement(content).content
  let initial: string | undefined
  let final: string | undefined
  const middle: string[] = []
  while (pieces.remain > 0) {
    const { tag, content: piece } = readElement(pieces)
    const text = piece.buffer.toString('utf8')
    if (tag === 0x80) initial = text
    else if (tag === 0x81) middle.push(text)
    else if (tag === 0x82) final = text
    else throw new Error(`unknown substring 0x${tag.toString(16)}`)
  }
  return {
    kind: 'substring',
    attribute,
    middle,
    ...(initial !== undefined && { initial }),
    ...(final !== undefined && { final }),
  }
}

function readExtensible(content: BerReader): FilterNode {
  let attribute = ''
  let rule = ''
  let value: Buffer = Buffer.alloc(0)
  while (content.remain > 0) {
    const { tag, content: field } = readElement(content)
    if (tag === 0x81) rule = field.buffer.toString('utf8')
    else if (tag === 0x82) attribute = field.buffer.toString('utf8')
    else if (tag === 0x83) value = field.buffer
    else if (tag !== 0x84) throw new Error(`unknown match field 0x${tag.toString(16)}`)
  }
  return { kind: 'extensible', attribute, rule, value }
}
