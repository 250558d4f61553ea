import MailComposer from 'nodemailer/lib/mail-composer'
import { type Delivery, deliver, type Parcel } from './deliver.ts'
import { createMailOutcomes, type MailOutcome } from './outcomes.ts'
import { checkMailSettings, type MailServer, type MailSettings, type Sender } from './settings.ts'
import { beforeContent, outcomeUnknown, smtpError } from './smtp-error.ts'
import { withConnection } from './with-connection.ts'

export interface OutgoingMail {
  messageId: string
  to: readonly string[]
  subject: string
  text: string
  html: string
}

export interface MailClient {
  from: Sender
  /** A message is about to be sent: what was known of an earlier try counts no more, and nothing has left yet. */
  begin(messageId: string): void
  /**
   * Sends a message once.
   * @throws ConflictError `mail.refused`; UpstreamError `mail.deferred`, `mail.configuration`, `mail.tls`,
   *   `mail.timeout`, `mail.unreachable`: nothing was sent. UpstreamError `mail.outcome_unknown`: perhaps it was
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<Delivery>
  /** What became of a message that this client tried to send. */
  outcomeOf(messageId: string): MailOutcome
  /** Milliseconds that the server took to let the Hub in. @throws UpstreamError */
  ping(signal: AbortSignal): Promise<number>
}

/**
 * Client of one SMTP server (RFC 5321), over TLS.
 * @throws ConfigError naming a wrong setting; nothing is called yet
 */
export function createMailClient(settings: MailSettings): MailClient {
  const server = checkMailSettings(settings)
  const outcomes = createMailOutcomes()
  return {
    from: server.from,
    begin: (messageId) => outcomes.record(messageId, 'not_sent'),
    outcomeOf: outcomes.of,
    async send(mail, signal) {
      const parcel = { from: server.from.address, to: mail.to, raw: await compose(server.from, mail) }
      outcomes.record(mail.messageId, 'unknown')
      try {
        const delivery = await handOver(server, { parcel, messageId: mail.messageId, signal })
        outcomes.record(mail.messageId, 'accepted')
        return delivery
      } catch (error) {
        const known = smtpError(error, { isContentSent: false, messageId: mail.messageId })
        if (known.reason !== outcomeUnknown) outcomes.record(mail.messageId, 'not_sent')
        throw known
      }
    },
    async ping(signal) {
      const startedAt = performance.now()
      await withConnection(server, async () => undefined, signal).catch((error: unknown) => {
        throw beforeContent(error)
      })
      return performance.now() - startedAt
    },
  }
}

async function handOver(
  server: MailServer,
  { parcel, messageId, signal }: { parcel: Parcel; messageId: string; signal: AbortSignal },
): Promise<Delivery> {
  let isContentSent = false
  const onContent = () => {
    isContentSent = true
  }
  const startedAt = performance.now()
  const facts = () => ({ messageId, durationMs: Math.round(performance.now() - startedAt) })
  try {
    const delivery = await withConnection(server, (line) => deliver(line, parcel, onContent), signal)
    const { accepted, rejected } = delivery
    server.log?.debug({ ...facts(), accepted: accepted.length, rejected: rejected.length }, 'mail accepted')
    return delivery
  } catch (error) {
    const known = smtpError(error, { isContentSent, messageId })
    server.log?.warn({ ...facts(), reason: known.reason }, 'mail failed')
    throw known
  }
}

/** The message in MIME; no file or address is fetched, and what answers automatically is asked not to (RFC 3834). */
function compose(from: Sender, mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to: [...mail.to],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
