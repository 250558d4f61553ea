/** The address of the API of a server; `/api/v0` is added unless it is there. */
export function apiUrl(url: string): string {
  const base = url.replace(/\/+$/, '')
  return base.endsWith('/api/v0') ? base : `${base}/api/v0`
}
