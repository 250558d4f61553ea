import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'
import { harmlessText } from '../../ingest/harmless-text.ts'
import type { Extracted } from '../read-job.ts'

/** Markdown without what could act when shown: no HTML, no images, no hidden links. Its first main heading is its title. */
export function cleanMarkdown(source: string): Extracted {
  const blocks = fromMarkdown(source).children
  const main = blocks.find((block) => block.type === 'heading' && block.depth === 1)
  const title = main && textOf(main, { includeHtml: false }).replace(/\s+/g, ' ').trim()
  const text = blocks.map((block) => harmlessText(source, block)).filter((part) => part !== '')
  return { text: text.join('\n\n'), ...(title && { title }) }
}
