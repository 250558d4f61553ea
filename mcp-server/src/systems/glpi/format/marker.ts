/** Line that the Hub adds to what it writes: GLPI has no idempotency key (protocol section 1.10). */
export function markerLine(key: string): string {
  return `[hub:${key}]`
}

/** A text of GLPI without the marker line of the Hub. */
export function withoutMarker(text: string): string {
  return text.replace(/\s*\[hub:[A-Za-z0-9._:-]{3,80}\]\s*$/, '')
}
