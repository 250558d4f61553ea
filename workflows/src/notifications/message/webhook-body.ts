import type { Notice } from './notice.ts'

/** Body of a Standard Webhook: `{type, timestamp, data}` (Standard Webhooks). */
export function webhookBody({ kind, at, data, headline }: Notice): string {
  return JSON.stringify({
    type: `safeguard.${kind}`,
    timestamp: at.toISOString(),
    data: { headline, ...data },
  })
}
