import type { SteerRun } from '@hub/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { queryKeys } from '../../../lib/query-keys.ts'
import { steerRun } from '../workflows-api.ts'

/** Asks for something to be done with a run; what is on the screen is read again, also after a refusal. */
export function useSteer(runId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: SteerRun) => steerRun(runId, input),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.workflows }),
  })
}
