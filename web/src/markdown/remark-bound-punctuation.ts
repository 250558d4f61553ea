interface MarkdownNode {
  type: string
  value?: string
  children?: MarkdownNode[]
}

const noBreakSpace = '\u00a0'

/** Ties French punctuation to its word, so that no line begins with a colon or ends with an opening guillemet. */
export function bindPunctuation(text: string): string {
  return text.replace(/ (?=[:;!?»%])/g, noBreakSpace).replace(/« /g, `«${noBreakSpace}`)
}

/** Remark plugin: the same, in prose only. */
export function remarkBoundPunctuation() {
  return (tree: MarkdownNode) => bindIn(tree)
}

function bindIn(node: MarkdownNode): void {
  if (node.type === 'text') node.value = bindPunctuation(node.value ?? '')
  for (const child of node.children ?? []) bindIn(child)
}
