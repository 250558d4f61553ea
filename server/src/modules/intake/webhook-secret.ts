import { createHmac } from 'node:crypto'
import { isSameText } from '@hub/kernel'
import type { Request } from 'express'

/**
 * Whether a request brings the secret, as the transports of Observium and LibreNMS can send it: a raw Authorization
 * header, `AccessKey <secret>`, `Bearer <secret>`, or the password of HTTP Basic.
 */
export function bringsSecret(req: Request, secret: string): boolean {
  return isSameText(sharedSecretOf(req.headers.authorization ?? ''), secret)
}

function sharedSecretOf(header: string): string {
  const [, scheme = '', rest = ''] = /^(\S+)\s+(.+)$/.exec(header) ?? []
  switch (scheme.toLowerCase()) {
    case 'basic':
      return Buffer.from(rest, 'base64').toString('utf8').split(':').slice(1).join(':')
    case 'accesskey':
    case 'bearer':
      return rest
    default:
      return header
  }
}

/** GLPI signs when it queues a delivery, not when it sends it: an old one is the queue's, a very old one is no delivery. */
const oldestMs = 24 * 3_600_000

/**
 * Whether a request is signed as GLPI 11 does: `X-GLPI-signature` is the hexadecimal HMAC-SHA256 of the raw body
 * followed by `X-GLPI-timestamp`, in seconds since 1970.
 */
export function isSignedByGlpi(req: Request, { secret, now }: { secret: string; now: Date }): boolean {
  const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  const timestamp = req.get('x-glpi-timestamp') ?? ''
  const signature = (req.get('x-glpi-signature') ?? '').toLowerCase()
  const expected = createHmac('sha256', secret).update(body).update(timestamp).digest('hex')
  const ageMs = now.getTime() - Number(timestamp) * 1_000
  return isSameText(signature, expected) && Math.abs(ageMs) < oldestMs
}
