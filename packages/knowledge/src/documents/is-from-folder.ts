/** A document of the ingested folder: deleted, it would come back. Other sources have a colon in their path. */
export function isFromFolder({ path }: { path: string }): boolean {
  return !path.includes(':')
}
