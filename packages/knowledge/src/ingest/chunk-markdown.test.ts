import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { chunkMarkdown } from './chunk-markdown.ts'

const sentence = 'Vérifier le lien puis noter le résultat dans le ticket. '

describe('chunkMarkdown', () => {
  it('follows the headings and leaves the title out', () => {
    const body = `# Titre\n\n## Un\n\n${sentence.repeat(15)}\n\n### Deux\n\n${sentence.repeat(15)}`
    expect(chunkMarkdown(body, 'Titre').map(({ headingPath }) => headingPath)).toEqual([
      ['Un'],
      ['Un', 'Deux'],
    ])
  })

  it('joins short sections and writes their headings inside', () => {
    expect(chunkMarkdown('# T\n\n## A\n\nun\n\n## B\n\ndeux', 'T')).toEqual([
      { headingPath: [], content: '## A\n\nun\n\n## B\n\ndeux' },
    ])
  })

  it('does not cut inside a list item, a table or a code block', () => {
    const item = `1. ${sentence.repeat(6).trim()}`
    const table = `| a | b |\n| - | - |\n${'| x | y |\n'.repeat(60)}`.trim()
    const code = `\`\`\`\n${'show interfaces status\n'.repeat(30)}\`\`\``
    const contents = chunkMarkdown(`${Array(5).fill(item).join('\n')}\n\n${table}\n\n${code}`, 'T').map(
      ({ content }) => content,
    )
    expect(contents.some((content) => content.includes(table))).toBe(true)
    expect(contents.some((content) => content.includes(code))).toBe(true)
    for (const content of contents) expect(content.split('Vérifier').length % 6).toBe(1)
  })

  it('cuts what is far too long, losing no word', () => {
    const words = Array.from({ length: 3000 }, (_, index) => `mot${index}`)
    const chunks = chunkMarkdown(words.join(' '), 'T')
    expect(Math.max(...chunks.map(({ content }) => content.length))).toBeLessThanOrEqual(2000)
    expect(chunks.flatMap(({ content }) => content.split(/\s+/))).toEqual(words)
  })

  it('keeps nothing that could act when shown', () => {
    const body = [
      '<script>alert(1)</script>',
      'Avant <b onclick="x()">gras</b> ![logo](https://evil.example/p.png) [lien](javascript:alert(1)) [site](https://a.example).',
      '[réf]: https://evil.example/x',
      '- un <img src=x onerror=y> deux',
    ].join('\n\n')
    expect(chunkMarkdown(body, 'T')).toEqual([
      { headingPath: [], content: 'Avant gras logo lien site (https://a.example).\n\n- un  deux' },
    ])
  })

  it.each([
    ['a tag around a tag', 'Avant <scr<b></b>ipt>alert(1)</scr<b></b>ipt> après'],
    ['an attribute around a tag', 'Avant <img src=x onerror=alert(1) <b></b>> après'],
    ['a tag in the text of a link', 'Avant [\\<img src=x onerror=alert(1)\\>](https://a.example) après'],
    ['a link in the text of a link', 'Avant [\\[un\\](javascript:alert(1))](https://a.example) après'],
    ['an escaped tag in short headings', '# Un\n\nAvant\n\n## \\<img src=x onerror=alert(1)>\n\naprès'],
    ['many tags around tags', `Avant ${'<a'.repeat(50)}${'>'.repeat(50)} après`],
  ])('makes no markup of what is left: %s', (_, body) => {
    const [only, ...more] = chunkMarkdown(body, 'T')
    expect(more).toEqual([])
    expect(only?.content).toMatch(/^(?:# Un\n\n)?Avant[\s\S]*après$/)
    expect(JSON.stringify(fromMarkdown(only?.content ?? ''))).not.toMatch(/"type":"(?:html|link|image)"/)
  })

  it('joins no two lines at a break', () => {
    expect(chunkMarkdown('un<br>deux H<sub>2</sub>O', 'T')[0]?.content).toBe('un deux H2O')
  })
})
