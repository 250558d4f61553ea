import type { WorkflowRunDetail } from '@hub/contracts'
import { isEnded } from '../words/run-look.ts'

/** What a person can do with a run as it stands. */
export interface Steering {
  canCancel: boolean
  canRetry: boolean
  canHandOver: boolean
  /** Again from a chosen step: only once it has ended, for a run at work cannot be changed under it. */
  canRetryFrom: boolean
  /** Something is asked already, and one thing is done after the other. */
  isBusy: boolean
}

/** What makes sense with a run; the server decides in the end. */
export function steeringOf({
  state,
  waitingFor,
  commands,
}: Pick<WorkflowRunDetail, 'state' | 'waitingFor' | 'commands'>): Steering {
  const ended = isEnded(state)
  const rests = state === 'parked' || (state === 'waiting' && waitingFor?.kind === 'retry')
  return {
    canCancel: !ended,
    canHandOver: !ended,
    canRetry: rests || state === 'failed' || state === 'cancelled' || state === 'handed_over',
    canRetryFrom: ended,
    isBusy: commands.some(({ doneAt }) => doneAt === null),
  }
}
