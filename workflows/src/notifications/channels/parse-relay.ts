import { isLoopbackV4 } from '../send/allowed-address.ts'
import type { MailRelay } from './channel.ts'
import { hostOf, parseUrl } from './check-address.ts'

/**
 * `smtps://user:password@host` (TLS from the start) or `smtp://...:587` (STARTTLS, which must succeed).
 * @returns the relay, or what is wrong with the address
 */
export function parseRelay(
  text: string,
  { allowPlainLoopback, ca }: { allowPlainLoopback: boolean; ca: string | undefined },
): MailRelay | string {
  const url = parseUrl(text)
  if (!url || url.hostname === '' || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:'))
    return 'must be smtps://host or smtp://host'
  // Options in the address could turn the check of the certificate off.
  if (url.search !== '' || url.hash !== '' || !/^\/?$/.test(url.pathname))
    return 'must end after host and port'
  const host = hostOf(url)
  const isImplicitTls = url.protocol === 'smtps:'
  return {
    host,
    port: url.port === '' ? (isImplicitTls ? 465 : 587) : Number(url.port),
    isImplicitTls,
    isPlain: !isImplicitTls && allowPlainLoopback && isLoopbackV4(host),
    auth:
      url.username === ''
        ? undefined
        : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    ca,
  }
}
