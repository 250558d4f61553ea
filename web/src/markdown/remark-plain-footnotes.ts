interface MarkdownNode {
  type: string
  value?: string
  label?: string
  children?: MarkdownNode[]
}

/** Remark plugin: footnotes stay where they are written, marked `[^1]`; an answer is shown in pieces that have no common foot. */
export function remarkPlainFootnotes() {
  return (tree: MarkdownNode) => plainIn(tree)
}

function plainIn(node: MarkdownNode): void {
  const mark = `[^${node.label ?? ''}]`
  if (node.type === 'footnoteReference') Object.assign(node, { type: 'text', value: mark })
  if (node.type === 'footnoteDefinition') {
    node.type = 'blockquote'
    const [first] = node.children ?? []
    first?.children?.unshift({ type: 'text', value: `${mark} ` })
  }
  for (const child of node.children ?? []) plainIn(child)
}
