import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useSearchParams } from 'react-router'
import { contextQuery } from '../api/context.ts'
import { setDraftBinding } from '../composer/drafts.ts'
import { newConversation } from '../stream/live-answers.ts'

/** A link may name a ticket (`?ticket=1234`): the new conversation is about it. Tells how reading it goes. */
export function useAskedTicket() {
  const client = useQueryClient()
  const [params, setParams] = useSearchParams()
  const asked = params.get('ticket')
  const read = useMutation({
    mutationFn: async (number: string) => {
      const { items, missing } = await client.fetchQuery(contextQuery(`#${number}`, 'ticket'))
      const ticket = items.find(({ binding }) => binding.id === number)?.binding ?? null
      if (ticket) setDraftBinding(newConversation, ticket)
      return { isFound: ticket !== null, problem: missing[0]?.problem ?? null }
    },
  })
  const take = useEffectEvent((number: string) => {
    read.mutate(number)
    setParams(
      (current) => {
        current.delete('ticket')
        return current
      },
      { replace: true },
    )
  })
  useEffect(() => {
    const number = asked?.replace(/^#/, '')
    if (number !== undefined) take(number)
  }, [asked])
  return read
}
