import type { KnowledgeState } from '@hub/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { knowledgeKeys } from '../knowledge-api.ts'

/** Reads again what a pass over the folder may have changed, once it has ended. */
export function useReadAgain(state: Pick<KnowledgeState, 'ingestion'> | undefined): void {
  const client = useQueryClient()
  const ended = state && (state.ingestion.recent[0]?.id ?? 'none')
  const known = useRef(ended)
  useEffect(() => {
    if (known.current !== undefined && ended !== known.current)
      void client.invalidateQueries({ queryKey: knowledgeKeys.all })
    known.current = ended
  }, [client, ended])
}
