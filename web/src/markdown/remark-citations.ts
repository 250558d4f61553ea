import { type Piece, splitCitations } from './split-citations.ts'

interface MarkdownNode {
  type: string
  value?: string
  children?: MarkdownNode[]
  data?: { hName: string; hProperties: Record<string, string> }
}

const opaque = new Set(['link', 'linkReference', 'code', 'inlineCode', 'definition'])

/** Remark plugin: citations of `known` sources in prose become `<cite data-n data-tail>` elements; links and code are left alone. */
export function remarkCitations(known: ReadonlySet<number>) {
  return () => (tree: MarkdownNode) => replaceIn(tree, known)
}

function replaceIn(node: MarkdownNode, known: ReadonlySet<number>): void {
  if (node.children === undefined || opaque.has(node.type)) return
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return splitCitations(child.value ?? '', known).map(toNode)
    replaceIn(child, known)
    return [child]
  })
}

function toNode(piece: Piece): MarkdownNode {
  if ('text' in piece) return { type: 'text', value: piece.text }
  const data = { hName: 'cite', hProperties: { dataN: String(piece.n), dataTail: piece.tail } }
  return { type: 'citation', data, children: [{ type: 'text', value: `[${piece.n}]${piece.tail}` }] }
}
