import { randomBytes } from 'node:crypto'

const marker = /\s*\[hub:([A-Za-z0-9._:-]{3,80})\]\s*$/

/** Line that the Hub adds to what it writes: GLPI has no idempotency key (protocol section 1.10). */
export function markerLine(key: string): string {
  return `[hub:${key}]`
}

/** True for a text that ends like one of the Hub; anybody can write that. */
export function hasMarker(text: string): boolean {
  return marker.test(text)
}

/** A text and the key of its marker. Only what the Hub's own account wrote is believed to carry one. */
export function splitMarker(text: string, isOwn: boolean): { text: string; key: string | null } {
  const key = isOwn ? marker.exec(text)?.[1] : undefined
  return key === undefined ? { text, key: null } : { text: text.replace(marker, ''), key }
}

/** Key of a write that has none of its own: it holds when the write began, by the clock of the Hub. */
export function timedKey(now: Date): string {
  return `at:${now.getTime().toString(36)}.${randomBytes(4).toString('hex')}`
}

/** When the write with this key began; null for the key of a workflow. */
export function keyTime(key: string): number | null {
  const stamp = /^at:([0-9a-z]{6,11})\.[0-9a-f]{8}$/.exec(key)?.[1]
  return stamp === undefined ? null : Number.parseInt(stamp, 36)
}
