import { UpstreamError } from '@hub/contracts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readShape } from './read-shape.ts'

const from = { system: 'GLPI', what: 'the ticket' }
const Row = z.object({ id: z.number(), parts: z.array(z.object({ name: z.string() })) })

describe('readShape', () => {
  it('gives the checked value', () => {
    expect(readShape(Row, { id: 1, parts: [], more: true }, from)).toEqual({ id: 1, parts: [] })
  })

  it('names the field and never its value', () => {
    const read = () => readShape(Row, { id: 1, parts: [{ name: 42 }], secret: 's3cret' }, from)
    expect(read).toThrow(UpstreamError)
    expect(read).toThrow('GLPI answered the ticket in a form the Hub does not know (field parts.0.name)')
  })
})
