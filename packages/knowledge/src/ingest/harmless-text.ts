import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'

export type MarkdownBlock = ReturnType<typeof fromMarkdown>['children'][number]
type Node = MarkdownBlock | ReturnType<typeof fromMarkdown>

interface Cut {
  start: number
  end: number
  text: string
}

/** Text that makes new markup of what is left around a cut, over and over, was written to do so. */
const mostPasses = 5

/**
 * The Markdown source of a node without what could act when shown: HTML goes, an image leaves its alternative text,
 * a link its text and, when it is http(s) or mail, its address.
 */
export function harmlessText(source: string, node: Node): string {
  let text = source
  let part = node
  for (let pass = 0; pass < mostPasses; pass++) {
    const cuts = cutsOf(part)
    text = withoutCuts(text, part, cuts)
    if (cuts.length === 0) return text.trim()
    part = fromMarkdown(text)
  }
  return text.replace(/[<[\]]/g, '').trim()
}

function withoutCuts(source: string, node: Node, cuts: readonly Cut[]): string {
  const { start, end } = rangeOf(node)
  let text = ''
  let at = start
  for (const cut of cuts) {
    text += source.slice(at, cut.start) + cut.text
    at = cut.end
  }
  return text + source.slice(at, end)
}

function cutsOf(node: Node): Cut[] {
  const text = replacementOf(node)
  if (text !== undefined) return [{ ...rangeOf(node), text }]
  return 'children' in node ? node.children.flatMap(cutsOf) : []
}

function replacementOf(node: Node): string | undefined {
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : ''
  if (node.type === 'definition') return ''
  if (node.type === 'image' || node.type === 'imageReference') return textOf(node)
  if (node.type === 'link') return linkText(textOf(node, { includeHtml: false }), node.url)
  if (node.type === 'linkReference') return textOf(node, { includeHtml: false })
  return undefined
}

function linkText(text: string, url: string): string {
  const isShown = /^(?:https?|mailto):/i.test(url) && url !== text && url !== `mailto:${text}`
  return isShown ? `${text} (${url})` : text
}

function rangeOf(node: Node): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
