import { type Actor, actorKey, LimitExceededError } from '@hub/contracts'
import type { Db } from '@hub/prisma'
import { countOpenRequests } from './open-requests.store.ts'

/** Open requests of one person or outside client, at most: a model that asks for everything must not bury the queue. */
const maxOpen = 30

/** Runs `ask` while its requester is under the limit. */
export type AskLimit = <T>(actor: Actor, ask: () => Promise<T>) => Promise<T>

/** Requests being opened by this process count too: a model may ask for many at once. */
export function createAskLimit(db: Db): AskLimit {
  const asking = new Map<string, number>()
  return async (actor, ask) => {
    if (actor.type !== 'user' && actor.type !== 'mcp-client') return ask()
    const key = actorKey(actor)
    const others = asking.get(key) ?? 0
    asking.set(key, others + 1)
    try {
      if (others + (await countOpenRequests(db, key)) >= maxOpen) throw tooMany()
      return await ask()
    } finally {
      const left = (asking.get(key) ?? 1) - 1
      if (left > 0) asking.set(key, left)
      else asking.delete(key)
    }
  }
}

function tooMany(): LimitExceededError {
  return new LimitExceededError(`${maxOpen} requests are already waiting for a decision`, {
    reason: 'approval.too_many',
    params: { max: maxOpen },
  })
}
