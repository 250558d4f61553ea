import type { Duplex } from 'node:stream'

/** How many sockets may be open at once in this process. */
export interface PlaceLimits {
  perSession: number
  perAddress: number
}

/**
 * Counts the open sockets of each session and address. Who comes when all places are taken is refused, and nobody who
 * is in is put out: a page whose socket was closed comes back at once, so that one tab too many would put out all
 * tabs in turn. The refused page reads every 30 s, and has a place as soon as a tab is closed.
 * @returns takes a place for as long as the stream lives; false when there is none
 */
export function createSocketPlaces({ perSession, perAddress }: PlaceLimits) {
  const taken = new Map<string, number>()
  const count = (key: string) => taken.get(key) ?? 0
  const add = (key: string, more: number) => {
    const sum = count(key) + more
    if (sum > 0) taken.set(key, sum)
    else taken.delete(key)
  }
  return (stream: Duplex, of: { sessionId: string; address: string }): boolean => {
    const session = `session:${of.sessionId}`
    const address = `address:${of.address}`
    if (count(session) >= perSession || count(address) >= perAddress) return false
    if (stream.closed) return false
    for (const key of [session, address]) add(key, 1)
    stream.once('close', () => {
      for (const key of [session, address]) add(key, -1)
    })
    return true
  }
}
