import type { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'

export type MarkdownBlock = ReturnType<typeof fromMarkdown>['children'][number]
type Node = MarkdownBlock

interface Cut {
  start: number
  end: number
  text: string
}

/**
 * The Markdown source of a node without what could act when shown: HTML goes, an image leaves its alternative text,
 * a link its text and, when it is http(s) or mail, its address.
 */
export function harmlessText(source: string, node: Node): string {
  const { start, end } = rangeOf(node)
  let text = ''
  let at = start
  for (const cut of cutsOf(node)) {
    text += source.slice(at, cut.start) + cut.text
    at = cut.end
  }
  return (text + source.slice(at, end)).trim()
}

function cutsOf(node: Node): Cut[] {
  const text = replacementOf(node)
  if (text !== undefined) return [{ ...rangeOf(node), text }]
  return 'children' in node ? node.children.flatMap(cutsOf) : []
}

function replacementOf(node: Node): string | undefined {
  if (node.type === 'html' || node.type === 'definition') return ''
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
