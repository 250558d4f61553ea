import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../lib/api-error.ts'
import { lineRange, readProblems } from './read-problems.ts'

const refusal = (messages: string[], path = 'text') =>
  new ApiError({
    status: 400,
    code: 'VALIDATION',
    message: 'no',
    fields: messages.map((message) => ({ path, message })),
  })

describe('the problems of a policy text', () => {
  it('have a line and a message', () => {
    expect(readProblems(refusal(['line 12: rules.0: is not expected', 'too long']))).toEqual([
      { line: 12, message: 'rules.0: is not expected' },
      { line: undefined, message: 'too long' },
    ])
  })

  it('are none for another field or another failure', () => {
    expect(readProblems(refusal(['line 1: x'], 'days'))).toEqual([])
    expect(readProblems(new Error('line 1: x'))).toEqual([])
  })
})

describe('lineRange', () => {
  const text = 'version: 1\n\nrules: []'
  it('finds a line, an empty one and the last one', () => {
    expect(lineRange(text, 1)).toEqual({ start: 0, end: 10 })
    expect(lineRange(text, 2)).toEqual({ start: 11, end: 11 })
    expect(lineRange(text, 3)).toEqual({ start: 12, end: 21 })
  })

  it('stays in the text', () => {
    expect(lineRange(text, 99)).toEqual({ start: 12, end: 21 })
    expect(lineRange('', 0)).toEqual({ start: 0, end: 0 })
  })
})
