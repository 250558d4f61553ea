import { type HubEvent, isAtLeastLevel } from '@hub/contracts'
import type { Channel } from '../channels/channel.ts'
import type { GrantFacts } from '../message/grant-facts.ts'
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
  return isAtLeastLevel(request.level, minLevel) && isOfClients(clients, request.clientName)
}

/** The same of a standing grant, which is about L3 only, and of the client that its scope names. */
export function wantsGrant({ minLevel, clients }: Wishes, grant: GrantFacts): boolean {
  return isAtLeastLevel('L3', minLevel) && isOfClients(clients, grant.clientName)
}

function isOfClients(clients: Wishes['clients'], name: string | null): boolean {
  return clients === undefined || (name !== null && clients.some((client) => fold(client) === fold(name)))
}

/** Id of the request that an event is about. */
export function requestIdOf({ data }: HubEvent): string | null {
  return typeof data.approvalId === 'string' ? data.approvalId : null
}

/** Id of the standing grant that an event is about. */
export function grantIdOf({ data }: HubEvent): string | null {
  return typeof data.grantId === 'string' ? data.grantId : null
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
