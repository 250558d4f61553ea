import {
  MaintenancePlaces,
  MaintenanceWindow,
  MaintenanceWindows,
  type PlanMaintenance,
} from '@hub/contracts'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { queryKeys } from '../../../lib/query-keys.ts'

const base = '/api/workflows/maintenance'
const queryKey = [...queryKeys.workflows, 'maintenance'] as const
/** A window begins and ends by itself. */
const freshMs = 30_000
const pageSize = 20

/** Works that go on or come, the next to end first. */
export const openWindowsQuery = queryOptions({
  queryKey: [...queryKey, 'open'],
  queryFn: ({ signal }) => api.get(base, MaintenanceWindows, { signal, query: { limit: 200 } }),
  refetchInterval: freshMs,
})

/** Works that have ended, the last first. */
export const pastWindowsQuery = infiniteQueryOptions({
  queryKey: [...queryKey, 'past'],
  queryFn: ({ signal, pageParam: cursor }) =>
    api.get(base, MaintenanceWindows, { signal, query: { when: 'past', limit: pageSize, cursor } }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
})

/** Sites and devices that a window can be about. */
export const placesQuery = queryOptions({
  queryKey: [...queryKey, 'places'],
  queryFn: ({ signal }) => api.get(`${base}/places`, MaintenancePlaces, { signal }),
  staleTime: 60_000,
})

function useWindowChange<Input, Answer>(send: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: send, onSettled: () => client.invalidateQueries({ queryKey }) })
}

export const usePlanMaintenance = () =>
  useWindowChange((input: PlanMaintenance) => api.post(base, MaintenanceWindow, input))

/** Ends a work that goes on. */
export const useEndMaintenance = (id: string) =>
  useWindowChange<void, MaintenanceWindow>(() => api.post(`${base}/${id}/end`, MaintenanceWindow))

/** Takes back a work that has not begun. */
export const useRemoveMaintenance = (id: string) =>
  useWindowChange<void, void>(() => api.command('DELETE', `${base}/${id}`))
