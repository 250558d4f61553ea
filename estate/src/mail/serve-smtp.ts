import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { CertificateSet } from '../directory/certificate/issue-certificates.ts'
import type { MailFaults } from './mail-faults.ts'
import type { Mailbox } from './mailbox.ts'
import { acceptAddress, acceptMessage, reply, type Step } from './transaction.ts'

export interface SmtpParts {
  host: string
  port: number
  /** TLS from the first byte; otherwise STARTTLS before AUTH. */
  implicitTls: boolean
  certificates: CertificateSet
  user: string
  password: string
  mailbox: Mailbox
  faults: MailFaults
  now: () => Date
}

export interface SmtpListener {
  port: number
  close(): Promise<void>
}

const maxBytes = 1_000_000

/** One listening SMTP server (RFC 5321) that wants TLS and AUTH. Throws when the port is taken. */
export async function serveSmtp(parts: SmtpParts): Promise<SmtpListener> {
  const sockets = new Map<number, Socket>()
  const stepOf = (session: SMTPServerSession): Step => ({
    session,
    faults: parts.faults,
    drop: () => sockets.get(session.remotePort)?.destroy(),
  })
  const smtp = new SMTPServer({
    ...tlsOptions(parts),
    size: maxBytes,
    name: 'mail.widip.lan',
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) => {
      if (username === parts.user && password === parts.password) done(null, { user: parts.user })
      else done(reply(535, 'Authentication credentials invalid'))
    },
    onMailFrom: ({ address }, session, done) =>
      settle(acceptAddress(stepOf(session), { stage: 'sender', address }), done),
    onRcptTo: ({ address }, session, done) =>
      settle(acceptAddress(stepOf(session), { stage: 'recipient', address }), done),
    onData: (stream, session, done) =>
      settle(acceptMessage(stepOf(session), { stream, mailbox: parts.mailbox, now: parts.now }), done),
  })
  smtp.on('error', () => {
    // A client that breaks off or does not trust the certificate is its own affair; the server goes on.
  })
  smtp.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  const server = smtp.listen(parts.port, parts.host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => smtp.close(resolve)),
  }
}

function tlsOptions({ implicitTls, certificates }: SmtpParts) {
  const { certificatePem, caPem, keyPem } = certificates
  return {
    secure: implicitTls,
    cert: certificatePem + caPem,
    key: keyPem,
    minVersion: 'TLSv1.2',
  } as const
}

function settle(work: Promise<void>, done: (error?: Error | null) => void): void {
  work.then(
    () => done(),
    (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
  )
}
