import { isIP } from 'node:net'
import { isAllowedAddress, isLoopbackV4 } from '../send/allowed-address.ts'
import type { HttpTarget } from './channel.ts'

/** @returns undefined when the text is no URL */
export function parseUrl(text: string): URL | undefined {
  return URL.parse(text) ?? undefined
}

/** Host of a URL as the network takes it: an IPv6 address without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

/** Why an address cannot be a target; undefined when it can. A name is looked at again when it is resolved. */
export function addressProblem(target: HttpTarget): string | undefined {
  const { url, allowLoopback } = target
  const host = hostOf(url)
  if (url.username !== '' || url.password !== '') return 'must not hold a user name or password'
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && allowLoopback && isLoopbackV4(host)))
    return 'must begin with https:'
  if (isIP(host) !== 0 && !isAllowedAddress(host, target))
    return 'has a private address; a receiver of your own needs allowPrivate: true'
  return undefined
}
