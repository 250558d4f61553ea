import { type Actor, ForbiddenError } from '@hub/contracts'

/**
 * Only the executor of the Hub uses an approval: whoever may ask or decide does not start it.
 * @throws ForbiddenError
 */
export function assertExecutor(actor: Actor): void {
  if (actor.type === 'workflow' && actor.name === 'safeguard') return
  throw new ForbiddenError('Only the executor can use an approval', { reason: 'approval.executor' })
}

/**
 * How an execution ended is said by what carried it out, never by a person or an outside client: those give a verdict.
 * @throws ForbiddenError
 */
export function assertMachine(actor: Actor): void {
  if (actor.type === 'system') return
  assertExecutor(actor)
}
