import { openSecret, sealSecret } from '@hub/kernel'
import { z } from 'zod'

const Content = z.object({ secret: z.string(), startedAt: z.coerce.date() })

/** A secret with the instant of its enrolment, as stored: it opens for this person only. */
export function sealTotp(
  box: { key: string; userId: string },
  content: { secret: string; startedAt: Date },
): Buffer {
  return sealSecret({ key: box.key, context: contextOf(box.userId) }, JSON.stringify(content))
}

/** Opens what `sealTotp` made; throws when key or person differ. */
export function openTotp(box: { key: string; userId: string }, sealed: Uint8Array): z.infer<typeof Content> {
  return Content.parse(JSON.parse(openSecret({ key: box.key, context: contextOf(box.userId) }, sealed)))
}

const contextOf = (userId: string) => `totp:${userId}`
