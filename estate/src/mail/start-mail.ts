import { randomBytes } from 'node:crypto'
import { loadCertificates } from '../directory/certificate/load-certificates.ts'
import { createMailFaults, type MailFault } from './mail-faults.ts'
import { createMailbox, type StoredMail } from './mailbox.ts'
import { serveSmtp } from './serve-smtp.ts'

/** What tests and the demo may see and do; nothing of it is reachable over SMTP. */
export interface MailControl {
  /** Accepted messages, oldest first; the last 500. */
  messages(): readonly StoredMail[]
  clearMessages(): void
  /** Makes something go wrong with a next transaction. */
  failNext(fault: MailFault): void
  clearFaults(): void
}

/** A running mail server that keeps what it accepts. */
export interface MailSink extends MailControl {
  /** `smtps://`: TLS from the first byte. */
  url: string
  /** `smtp://`: wants STARTTLS before a login. */
  startTlsUrl: string
  user: string
  password: string
  caPem: string
  close(): Promise<void>
}

export interface MailOptions {
  host?: string
  /** Folder of the certificates that the directory made; a set of its own without it. */
  certificatesDir?: string
  now: () => Date
}

/** Starts the mail server on two free ports. A login is required; every address is accepted, nothing leaves. */
export async function startMail({
  host = '127.0.0.1',
  certificatesDir,
  now,
}: MailOptions): Promise<MailSink> {
  const certificates = await loadCertificates(host, certificatesDir)
  const mailbox = createMailbox()
  const faults = createMailFaults()
  const login = { user: 'hub', password: randomBytes(20).toString('base64url') }
  const parts = { host, port: 0, certificates, mailbox, faults, now, ...login }
  const implicit = await serveSmtp({ ...parts, implicitTls: true })
  const startTls = await serveSmtp({ ...parts, implicitTls: false }).catch(async (error: unknown) => {
    await implicit.close()
    throw error
  })
  return {
    url: `smtps://${host}:${implicit.port}`,
    startTlsUrl: `smtp://${host}:${startTls.port}`,
    ...login,
    caPem: certificates.caPem,
    messages: mailbox.list,
    clearMessages: mailbox.clear,
    failNext: faults.failNext,
    clearFaults: faults.clear,
    close: async () => {
      await Promise.all([implicit.close(), startTls.close()])
    },
  }
}
