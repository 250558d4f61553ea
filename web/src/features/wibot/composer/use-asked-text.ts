import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { newConversation } from '../stream/live-answers.ts'
import { setDraftText } from './drafts.ts'

const maxLength = 500

/** A link may bring a question (`?ask=`): it is written in the composer of a new conversation, never sent. */
export function useAskedText(): void {
  const [params, setParams] = useSearchParams()
  const asked = params.get('ask')
  useEffect(() => {
    if (asked === null) return
    setDraftText(newConversation, asked.slice(0, maxLength))
    setParams(
      (current) => {
        current.delete('ask')
        return current
      },
      { replace: true },
    )
  }, [asked, setParams])
}
