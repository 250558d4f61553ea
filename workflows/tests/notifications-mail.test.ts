import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Line } from '../src/notifications/outbox/send-due.ts'
import { selfSigned } from './harness/certificate.ts'
import { type MailReceiver, startMailReceiver } from './harness/mail-receiver.ts'
import { type NotifyLab, startNotifyLab } from './harness/notify-lab.ts'

let lab: NotifyLab
let relay: MailReceiver
let caFile: string
beforeAll(async () => {
  const tls = await selfSigned()
  ;[lab, relay] = await Promise.all([startNotifyLab(), startMailReceiver(tls)])
  caFile = await lab.writeFile('')
  await writeFile(caFile, tls.cert)
})
afterAll(async () => {
  await relay.close()
  await lab.close()
})

function open(more: Record<string, unknown> = {}): Promise<Line> {
  const smtpUrl = `smtp://hub:relay-password@127.0.0.1:${relay.port}`
  const to = ['one@example.org', 'two@example.org']
  const mail = {
    type: 'email',
    smtpUrl,
    from: 'hub@example.org',
    to,
    caFile,
    url: undefined,
    secret: undefined,
  }
  return lab.line('', { ...mail, ...more })
}

async function turn(line: Line) {
  await lab.ask()
  await lab.turn(line)
  return lab.deliveries(line.channel.name)
}

/** A name is no loopback address, so the permission for unencrypted loopback does not reach it. */
const encrypted = (password = 'relay-password') => ({
  smtpUrl: `smtp://hub:${password}@localhost:${relay.port}`,
})

it('sends over TLS with an account, to all addresses, with a Message-ID that a second try repeats', async () => {
  relay.refuse('message', 451)
  const line = await open(encrypted())
  expect(await turn(line)).toMatchObject([
    { state: 'waiting', lastError: expect.stringMatching(/^SMTP 451/) },
  ])
  lab.forward(7_000)
  await lab.turn(line)
  expect(await lab.deliveries(line.channel.name)).toMatchObject([{ state: 'sent', tries: 2 }])
  const [first, second] = relay.received
  expect(second).toMatchObject({ isEncrypted: true, recipients: ['one@example.org', 'two@example.org'] })
  expect(second?.mail.messageId).toBe(first?.mail.messageId)
})

it.each<[string, Record<string, unknown>, string, RegExp]>([
  ['a certificate that nobody vouches for', { ...encryptedTo(), caFile: undefined }, 'waiting', /^SMTP E/],
  ['a wrong password', encryptedTo('wrong'), 'waiting', /^SMTP 535/],
])('tells nothing to a relay with %s', async (_name, more, state, lastError) => {
  const before = relay.received.length
  const smtpUrl = String(more.smtpUrl).replace('PORT', String(relay.port))
  const line = await open({ ...more, smtpUrl })
  expect(await turn(line)).toMatchObject([{ state, lastError: expect.stringMatching(lastError) }])
  expect(relay.received).toHaveLength(before)
})

function encryptedTo(password = 'relay-password') {
  return { smtpUrl: `smtp://hub:${password}@localhost:PORT` }
}

it('gives up on a mail that is refused for good, and notes addresses that are', async () => {
  const line = await open(encrypted())
  relay.refuse('message', 554)
  expect(await turn(line)).toMatchObject([
    { state: 'given_up', lastError: expect.stringMatching(/^SMTP 554/) },
  ])
  relay.refuse('recipient', 550)
  expect((await turn(line))[1]).toEqual({ state: 'sent', tries: 1, lastError: '1 of 2 recipients refused' })
})

it('does not talk to a relay without TLS outside loopback', async () => {
  const plain = await startMailReceiver()
  const line = await open({ smtpUrl: `smtp://localhost:${plain.port}` })
  expect(await turn(line)).toMatchObject([{ state: 'waiting', lastError: 'SMTP 500 ETLS' }])
  expect(plain.received).toHaveLength(0)
  await plain.close()
})

it('keeps the password out of logs and rows', async () => {
  const rows = await lab.db.notificationDelivery.findMany({ omit: { eventId: true } })
  expect(lab.logs.join() + JSON.stringify(rows)).not.toMatch(/relay-password|localhost|wrong/)
})
