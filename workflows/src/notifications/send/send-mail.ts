import { createTransport } from 'nodemailer'
import type { Channel, MailRelay } from '../channels/channel.ts'
import { mailText } from '../message/mail-text.ts'
import type { Notice } from '../message/notice.ts'
import type { Verdict } from './verdict.ts'

/** Longest whole attempt; a step of it may take a part. */
const attemptMs = 30_000
const stepMs = 10_000

/** Sends one mail to all addresses of the channel, the same Message-ID at every try. */
export async function sendMail(
  channel: Extract<Channel, { type: 'email' }>,
  notice: Notice,
): Promise<Verdict> {
  const { relay, from, to } = channel
  const transport = createTransport(transportOf(relay))
  try {
    const info = await transport.sendMail({
      ...mailText(notice),
      from: { name: 'Hub SAFEGUARD', address: from },
      to,
      messageId: `<${notice.id}@${from.split('@').at(-1)}>`,
      date: notice.at,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal: AbortSignal.timeout(attemptMs),
    })
    const refused = info.rejected.length
    return refused === 0
      ? { kind: 'sent' }
      : { kind: 'sent', note: `${refused} of ${to.length} recipients refused` }
  } catch (error) {
    return judgeMailFailure(error)
  } finally {
    transport.close()
  }
}

function transportOf({ host, port, isImplicitTls, isPlain, auth, ca }: MailRelay) {
  return {
    host,
    port,
    secure: isImplicitTls,
    requireTLS: !isImplicitTls && !isPlain,
    ignoreTLS: isPlain,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    dnsTimeout: stepMs,
    logger: false,
    ...(auth && { auth }),
    ...(ca !== undefined && { tls: { ca } }),
  }
}

/** These are about the message; a refused account or a failed handshake is about the relay, which can be mended. */
const aboutMessage = new Set(['EENVELOPE', 'EMESSAGE'])

/** A 5xx to the message is final, everything else is tried again. Server texts are not told: they can quote it. */
function judgeMailFailure(error: unknown): Verdict {
  const facts = typeof error === 'object' && error !== null ? error : {}
  const status = 'responseCode' in facts && typeof facts.responseCode === 'number' ? facts.responseCode : 0
  const code = 'code' in facts ? String(facts.code) : 'UNKNOWN'
  const reason = status === 0 ? `SMTP ${code}` : `SMTP ${status} ${code}`
  return status >= 500 && aboutMessage.has(code) ? { kind: 'give_up', reason } : { kind: 'retry', reason }
}
