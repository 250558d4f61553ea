import type { QueryValue } from './types.ts'

/**
 * Checks the address of a system once, at start.
 * @throws Error naming the system when it is not http(s) or carries credentials.
 */
export function checkBaseUrl(system: string, baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Error(`The address of ${system} is not an http or https URL`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new Error(`The address of ${system} must not contain credentials`)
  }
  if (url.search !== '' || url.hash !== '')
    throw new Error(`The address of ${system} must not contain a query`)
  return url.href.replace(/\/+$/, '')
}

/** Full address of a request; undefined query values are left out. */
export function requestUrl(
  baseUrl: string,
  request: { path: string; query?: Record<string, QueryValue | undefined> },
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.append(name, String(value))
  }
  const suffix = query.size === 0 ? '' : `?${query}`
  return `${baseUrl}${request.path}${suffix}`
}
