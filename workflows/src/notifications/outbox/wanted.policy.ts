import { type HubEvent, isAtLeastLevel } from '@hub/contracts'
import type { Channel } from '../channels/channel.ts'
import { kindOf } from '../message/notice-kinds.ts'
import type { RequestFacts } from '../message/request-facts.ts'

type Wishes = Pick<Channel, 'kinds' | 'minLevel' | 'clients'>

/** True when a channel wants to be told of this kind of event at all. */
export function wantsKind({ kinds }: Wishes, event: HubEvent): boolean {
  const kind = kindOf(event)
  return kind !== undefined && kinds.has(kind)
}

/** True when the request is risky enough and of a client that the channel is about. */
export function wantsRequest({ minLevel, clients }: Wishes, request: RequestFacts): boolean {
  if (!isAtLeastLevel(request.level, minLevel)) return false
  const name = request.clientName
  return clients === undefined || (name !== null && clients.some((client) => fold(client) === fold(name)))
}

/** Id of the request that an event is about. */
export function requestIdOf({ data }: HubEvent): string | null {
  return typeof data.approvalId === 'string' ? data.approvalId : null
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
