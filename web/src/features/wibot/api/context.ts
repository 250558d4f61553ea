import { type BindingKind, ContextChoices, ContextMoment, type ConversationBinding } from '@hub/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'

/** Tickets, clients and devices that words name. */
export function contextQuery(q: string, kind?: BindingKind) {
  return queryOptions({
    queryKey: ['context', 'choices', q, kind],
    queryFn: ({ signal }) => api.get('/api/chat/context', ContextChoices, { signal, query: { q, kind } }),
    staleTime: 30_000,
    retry: false,
  })
}

/** What is known now of a ticket, client or device. */
export function momentQuery({ kind, id, label, clientName }: ConversationBinding) {
  return queryOptions({
    queryKey: ['context', 'moment', kind, id, clientName],
    queryFn: ({ signal }) =>
      api.get('/api/chat/context/moment', ContextMoment, { signal, query: { kind, id, label, clientName } }),
    staleTime: 60_000,
    retry: false,
  })
}
