import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface MailReceiver {
  port: number
  received: { mail: Email; recipients: string[]; isEncrypted: boolean }[]
  /** The next message, or the next recipient, is answered with this status. */
  refuse(what: 'message' | 'recipient', status: number): void
  close(): Promise<void>
}

/** A real SMTP server on 127.0.0.1 with STARTTLS, or without any encryption; accounts are `hub` / `relay-password`. */
export async function startMailReceiver(tls?: { cert: string; key: string }): Promise<MailReceiver> {
  const received: MailReceiver['received'] = []
  const refusals: Partial<Record<'message' | 'recipient', number>> = {}
  const refusal = (what: 'message' | 'recipient') => {
    const status = refusals[what]
    delete refusals[what]
    return status === undefined ? null : Object.assign(new Error('not today'), { responseCode: status })
  }
  const server = new SMTPServer({
    ...(tls ?? { disabledCommands: ['STARTTLS', 'AUTH'] }),
    authOptional: tls === undefined,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (username === 'hub' && password === 'relay-password') done(null, { user: username })
      else done(Object.assign(new Error('wrong password'), { responseCode: 535 }))
    },
    onRcptTo(_address, _session, done) {
      done(refusal('recipient'))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const mail = await PostalMime.parse(Buffer.concat(chunks))
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ mail, recipients, isEncrypted: session.secure })
        done(refusal('message'))
      })
    },
  })
  // A client that leaves in the middle of the handshake is part of the tests.
  server.on('error', () => undefined)
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  return {
    port,
    received,
    refuse: (what, status) => {
      refusals[what] = status
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}
