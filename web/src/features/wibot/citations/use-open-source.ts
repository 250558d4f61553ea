import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** The document beside the conversation: its place is the URL, so a link and the Back button find it. */
export interface OpenSource {
  documentId: string
  chunkId: string
}

/** Which passage is open, and how to open another one; null closes. */
export function useOpenSource() {
  const [params, setParams] = useSearchParams()
  const documentId = params.get('document')
  const opened: OpenSource | null = documentId ? { documentId, chunkId: params.get('passage') ?? '' } : null
  const open = useCallback(
    (source: OpenSource | null) =>
      setParams((current) => {
        const next = new URLSearchParams(current)
        next.delete('document')
        next.delete('passage')
        if (source) {
          next.set('document', source.documentId)
          next.set('passage', source.chunkId)
        }
        return next
      }),
    [setParams],
  )
  return { opened, open }
}
