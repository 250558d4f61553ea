import type { Estate } from '@hub/estate'
import type { Secrets } from './secrets.ts'

/**
 * From now on the demo systems tell the Hub what happens in them. Called once the address of the Hub is known, and
 * only where every system is the demo one: what is played there must not reach real tickets.
 */
export function connectWebhooks(estate: Estate, hubUrl: string, secrets: Secrets): void {
  const urlOf = (source: 'observium' | 'glpi') => `${hubUrl}/api/workflows/webhook/${source}`
  estate.observium.setWebhook({ url: urlOf('observium'), token: secrets.observiumWebhookSecret })
  estate.glpiV2.setWebhook({ url: urlOf('glpi'), secret: secrets.glpiWebhookSecret })
}
