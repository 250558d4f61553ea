import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import type { HttpTarget } from '../channels/channel.ts'
import { isAllowedAddress } from './allowed-address.ts'

/** Code of the error when a name leads to an address that is not allowed. */
export const blockedCode = 'HUB_BLOCKED_ADDRESS'

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void

/**
 * Name resolution for one connection: the addresses that are checked are those that are connected to, so a name that
 * changes its mind in between gains nothing. One address that is not allowed refuses all.
 */
export function guardedLookup(target: HttpTarget) {
  return (hostname: string, options: LookupOptions, found: Found): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, '')
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isAllowedAddress(address, target)))
        return found(Object.assign(new Error('address not allowed'), { code: blockedCode }), '')
      return options.all ? found(null, addresses) : found(null, first.address, first.family)
    })
  }
}
