import { createHash } from 'node:crypto'
import type { MailDraft } from './message.ts'

/**
 * The Message-ID of a mail (RFC 5322 section 3.6.4), the same for a repeat of it: mail systems show one message once.
 * A repeat is the same key of the Hub, else the same words to the same addresses on the same day (UTC): a mail sent
 * again another day is meant to arrive.
 */
export function messageIdOf(mail: {
  draft: MailDraft
  /** Identity of client and recipients. */
  targetId: string
  key: string | undefined
  at: Date
  /** Address of the sender; its domain ends the id. */
  from: string
}): string {
  const { subject, body, language, ticketId = null } = mail.draft
  const basis =
    mail.key === undefined
      ? [mail.targetId, mail.at.toISOString().slice(0, 10), subject, body, language, ticketId]
      : [mail.targetId, mail.key]
  const hash = createHash('sha256').update(JSON.stringify(basis)).digest('hex').slice(0, 40)
  return `<hub.${hash}@${mail.from.split('@').at(-1)}>`
}
