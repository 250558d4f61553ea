import { UpstreamError } from '@hub/contracts'
import type { MailClient } from './client/create-client.ts'

/** The client, when there is one. @throws UpstreamError `mail.not_configured` */
export function configured(mail: MailClient | undefined): MailClient {
  if (mail !== undefined) return mail
  throw new UpstreamError('No mail server is configured: SMTP_URL and MAIL_FROM are not set', {
    reason: 'mail.not_configured',
  })
}
