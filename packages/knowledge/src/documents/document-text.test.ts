import { describe, expect, it } from 'vitest'
import { chunkMarkdown } from '../ingest/chunk-markdown.ts'
import { documentText } from './document-text.ts'

const sentence = 'Vérifier le lien puis noter le résultat dans le ticket. '

describe('documentText', () => {
  it('writes each heading once, at its depth', () => {
    const passages = [
      { headingPath: [], content: 'avant' },
      { headingPath: ['Un'], content: 'a' },
      { headingPath: ['Un', 'Deux'], content: 'b' },
      { headingPath: ['Un', 'Deux'], content: 'c' },
      { headingPath: ['Trois'], content: 'd' },
    ]
    expect(documentText(passages)).toBe('avant\n\n## Un\n\na\n\n### Deux\n\nb\n\nc\n\n## Trois\n\nd')
    expect(documentText([])).toBe('')
  })

  it('gives back what was cut into passages', () => {
    const long = sentence.repeat(30).trim()
    const body = `## Un\n\n${long}\n\n### Deux\n\n${long}\n\n## Trois\n\ncourt`
    const letters = (text: string) => text.replace(/\s+/g, '')
    const chunks = chunkMarkdown(body, 'T')
    expect(chunks.length).toBeGreaterThan(2)
    expect(letters(documentText(chunks))).toBe(letters(body))
  })
})
