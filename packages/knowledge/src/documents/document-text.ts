/** A passage as it is stored. */
interface StoredPassage {
  headingPath: readonly string[]
  content: string
}

/** The passages of a document as one Markdown text, each heading written once above what stands under it. */
export function documentText(passages: readonly StoredPassage[]): string {
  const parts: string[] = []
  let open: readonly string[] = []
  for (const { headingPath, content } of passages) {
    const shared = sharedDepth(open, headingPath)
    const headings = headingPath.slice(shared)
    parts.push(...headings.map((text, index) => `${'#'.repeat(Math.min(shared + index + 2, 6))} ${text}`))
    parts.push(content)
    open = headingPath
  }
  return parts.join('\n\n')
}

function sharedDepth(before: readonly string[], after: readonly string[]): number {
  const different = after.findIndex((heading, depth) => heading !== before[depth])
  return different === -1 ? after.length : different
}
