/** Address of a document, opened at one of its passages when one is named. */
export function passageLink(documentId: string, chunkId?: string | null): string {
  const path = `/knowledge/documents/${encodeURIComponent(documentId)}`
  return chunkId ? `${path}#${encodeURIComponent(chunkId)}` : path
}
