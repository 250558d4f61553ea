import { SafeguardSignals } from '@hub/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { type Period, spanBefore, spanOf } from './period.ts'

const refreshMs = 60_000

/** The figures of a period and of the one before it; read again every minute. */
export function signalsQuery(period: Period) {
  return queryOptions({
    queryKey: ['supervision', 'safeguard', period],
    queryFn: async ({ signal }) => {
      const span = spanOf(period, new Date())
      const read = ({ from, to }: { from: Date; to: Date }) =>
        api.get('/api/supervision/safeguard', SafeguardSignals, {
          signal,
          query: { from: from.toISOString(), to: to.toISOString() },
        })
      const [current, previous] = await Promise.all([read(span), read(spanBefore(span))])
      return { current, previous }
    },
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  })
}
