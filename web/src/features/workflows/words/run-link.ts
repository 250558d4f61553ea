/** Where a run is seen whole. */
export function runLink(id: string): string {
  return `/workflows/${encodeURIComponent(id)}`
}
