import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'
import { harmlessText, type MarkdownBlock } from './harmless-text.ts'

type List = Extract<MarkdownBlock, { type: 'list' }>

/** A piece that is best kept whole: a paragraph, a list item, a table, a code block. */
export interface Unit {
  text: string
  /** What stands between it and the unit before. */
  joint: '\n\n' | '\n'
}

/** What stands under one heading, up to the next one. */
export interface Section {
  headingPath: string[]
  units: Unit[]
}

/** Cuts a Markdown body at its headings; a first heading that repeats the title is left out. */
export function readSections(body: string, title: string): Section[] {
  const sections: Section[] = [{ headingPath: [], units: [] }]
  const open: { depth: number; text: string }[] = []
  for (const node of fromMarkdown(body).children) {
    if (node.type === 'heading') {
      while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop()
      const text = textOf(node, { includeHtml: false }).replace(/\s+/g, ' ').trim()
      if (text !== '' && text !== title) open.push({ depth: node.depth, text })
      sections.push({ headingPath: open.map((heading) => heading.text), units: [] })
    } else {
      sections.at(-1)?.units.push(...unitsOf(body, node))
    }
  }
  return sections.filter(({ units }) => units.length > 0)
}

function unitsOf(body: string, node: MarkdownBlock): Unit[] {
  if (node.type === 'list') return listUnits(body, node)
  const text = node.type === 'thematicBreak' ? '' : harmlessText(body, node)
  return text === '' ? [] : [{ text, joint: '\n\n' }]
}

function listUnits(body: string, list: List): Unit[] {
  return list.children
    .map((item) => harmlessText(body, item))
    .filter((text) => text !== '')
    .map((text, index) => ({ text, joint: index === 0 ? '\n\n' : '\n' }))
}
