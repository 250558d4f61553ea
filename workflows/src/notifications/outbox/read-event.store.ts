import type { HubEvent } from '@hub/contracts'
import { type Db, eventsAfter } from '@hub/prisma'

/** @returns the event of this id; undefined when there is none any more */
export async function readEvent(db: Db, id: number): Promise<HubEvent | undefined> {
  const [event] = await eventsAfter(db, id - 1, 1)
  return event?.id === id ? event : undefined
}
