import MailComposer from 'nodemailer/lib/mail-composer'
import { type Delivery, deliver, type Parcel } from './deliver.ts'
import { createMailOutcomes, type MailExecution, type MailOutcome } from './outcomes.ts'
import { checkMailSettings, type MailServer, type MailSettings, type Sender } from './settings.ts'
import { beforeContent, outcomeUnknown, smtpError } from './smtp-error.ts'
import { withConnection } from './with-connection.ts'

export interface OutgoingMail {
  to: readonly string[]
  subject: string
  text: string
  html: string
}

export interface MailClient {
  from: Sender
  /** A message is about to be sent; nothing has left yet. What is known of other executions stays. */
  begin(execution: MailExecution): MailAttempt
  /** What became of the message of an execution of this process. */
  outcomeOf(execution: MailExecution): MailOutcome
  /** Milliseconds that the server took to let the Hub in. @throws UpstreamError */
  ping(signal: AbortSignal): Promise<number>
}

export interface MailAttempt {
  /**
   * Sends the message, once.
   * @throws ConflictError `mail.refused`; UpstreamError `mail.deferred`, `mail.configuration`, `mail.tls`,
   *   `mail.timeout`, `mail.unreachable`: nothing was sent. UpstreamError `mail.outcome_unknown`: perhaps it was
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<Delivery>
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
    begin(execution) {
      const record = outcomes.begin(execution)
      return { send: (mail, signal) => sendOnce(server, { mail, ...execution, record, signal }) }
    },
    outcomeOf: outcomes.of,
    async ping(signal) {
      const startedAt = performance.now()
      await withConnection(server, async () => undefined, signal).catch((error: unknown) => {
        throw beforeContent(error)
      })
      return performance.now() - startedAt
    },
  }
}

async function sendOnce(
  server: MailServer,
  run: {
    mail: OutgoingMail
    messageId: string
    record: (outcome: MailOutcome) => void
    signal: AbortSignal
  },
): Promise<Delivery> {
  const { mail, messageId, record, signal } = run
  const raw = await compose(server.from, { ...mail, messageId })
  record('unknown')
  try {
    const parcel = { from: server.from.address, to: mail.to, raw }
    const delivery = await handOver(server, { parcel, messageId, signal })
    record('accepted')
    return delivery
  } catch (error) {
    const known = smtpError(error, { isContentSent: false, messageId })
    if (known.reason !== outcomeUnknown) record('not_sent')
    throw known
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
function compose(from: Sender, mail: OutgoingMail & { messageId: string }): Promise<Buffer> {
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
