import type { HubEvent } from '@hub/contracts'
import type { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { keysOfEvent } from './live-keys.ts'
import { queryKeys } from './query-keys.ts'
import { meQuery } from './session.ts'
import { type LiveState, openHubSocket } from './socket.ts'

const pollingMs = 30_000

interface Live {
  state: LiveState
  /** When this state began; the figures on the screen are of this time while not connected. */
  since: Date
}

/** State of the live link, for the top bar and the stale notices. */
export const useLive = create<Live>(() => ({ state: 'reconnecting', since: new Date() }))

type Listener = (event: HubEvent) => void
const listeners = new Set<Listener>()

/** Calls `listener` for every event of the Hub; returns how to stop. */
export function subscribeToHubEvents(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function enter(state: LiveState) {
  if (useLive.getState().state !== state) useLive.setState({ state, since: new Date() })
}

/** Keeps what is on the screen fresh: by socket, and every 30 s while there is none. Returns how to stop. */
export function startLive(client: QueryClient): () => void {
  const refetch = () => {
    for (const queryKey of queryKeys.live) void client.invalidateQueries({ queryKey })
  }
  const url = new URL('/api/safeguard/ws', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  let wasConnected = false
  const close = openHubSocket({
    url: url.href,
    onState: (state) => {
      enter(state)
      if (state !== 'connected') return
      // What was missed is told, yet what failed to load in the meantime must be read again.
      if (wasConnected) refetch()
      wasConnected = true
    },
    onSessionEnded: () => void client.invalidateQueries({ queryKey: queryKeys.me }),
    onGap: refetch,
    onEvent: (event) => {
      const me = client.getQueryData(meQuery.queryKey)?.user.id
      for (const queryKey of keysOfEvent(event, me)) void client.invalidateQueries({ queryKey })
      for (const listener of listeners) listener(event)
    },
  })
  const timer = setInterval(() => {
    if (useLive.getState().state !== 'connected') refetch()
  }, pollingMs)
  return () => {
    clearInterval(timer)
    close()
  }
}
