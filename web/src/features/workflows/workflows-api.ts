import {
  RunCommand,
  type SetWorkflowSwitch,
  type SteerRun,
  type WorkflowName,
  WorkflowRunDetail,
  WorkflowRuns,
  WorkflowSwitch,
  WorkflowSwitches,
} from '@hub/contracts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { type RunFilters, spanOf } from './list/run-filters.ts'
import { isEnded } from './words/run-look.ts'

const base = '/api/workflows'
const pageSize = 50
/** Runs change without an event for every step, so they are read again while the page is seen. */
const freshMs = 5_000
const calmMs = 15_000

/** One page of the runs, newest first. */
export const runsQuery = ({ cursor, period, ...filters }: RunFilters) =>
  queryOptions({
    queryKey: [...queryKeys.workflows, 'runs', { ...filters, cursor, period }],
    queryFn: ({ signal }) =>
      api.get(`${base}/runs`, WorkflowRuns, {
        signal,
        query: { ...filters, ...spanOf(period, new Date()), cursor, limit: pageSize },
      }),
    placeholderData: keepPreviousData,
    refetchInterval: freshMs,
  })

/** One run whole. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [...queryKeys.workflows, 'run', id],
    queryFn: ({ signal }) => api.get(`${base}/runs/${encodeURIComponent(id)}`, WorkflowRunDetail, { signal }),
    refetchInterval: ({ state: { data, error } }) => (data ? paceOf(data) : error ? false : freshMs),
  })

/** A run that has ended and of which nothing is asked only changes when a person opens it again. */
function paceOf({ state, commands }: WorkflowRunDetail): number {
  return isEnded(state) && commands.every(({ doneAt }) => doneAt !== null) ? calmMs : freshMs
}

/** How every workflow is switched, and whether anything runs them. */
export const switchesQuery = queryOptions({
  queryKey: [...queryKeys.workflows, 'switches'],
  queryFn: ({ signal }) => api.get(`${base}/switches`, WorkflowSwitches, { signal }),
  refetchInterval: calmMs,
})

export const steerRun = (id: string, input: SteerRun) =>
  api.post(`${base}/runs/${encodeURIComponent(id)}/commands`, RunCommand, input)

export const setSwitch = (workflow: WorkflowName, input: SetWorkflowSwitch) =>
  api.put(`${base}/switches/${workflow}`, WorkflowSwitch, input)
