import { describe, expect, it } from 'vitest'
import { LineCounter, parseDocument } from 'yaml'
import { lineOfPlace, tellProblem } from './file-problem.ts'

const text = `
people:
  - name: Ada
    tags:
      - first
  - name: Bob
`

describe('lineOfPlace', () => {
  const lines = new LineCounter()
  const file = { document: parseDocument(text, { lineCounter: lines }), lines }
  it.each([
    [['people'], 2],
    [['people', 0, 'tags'], 4],
    [['people', 0, 'tags', 0], 5],
    [['people', 1, 'name'], 6],
    [['people', 1, 'missing', 'deep'], 6],
    [['missing'], 1],
    [[], 1],
  ])('finds %j at line %i', (path, line) => {
    expect(lineOfPlace(file, path)).toBe(line)
  })
})

describe('tellProblem', () => {
  it('names the place before what is wrong there', () => {
    const message = 'is missing'
    expect(tellProblem({ path: ['people', 0, 'name'], message })).toBe('people.0.name: is missing')
    expect(tellProblem({ path: [], message })).toBe('is missing')
  })
})
