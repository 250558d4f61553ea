import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Estate, type MailFault, startEstate } from '@hub/estate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createMailClient } from '../src/systems/mail/index.ts'
import { failureOf } from './expect-failure.ts'

let estate: Estate
let folder: string
let caFile: string
beforeAll(async () => {
  estate = await startEstate()
  folder = await mkdtemp(join(tmpdir(), 'hub-mail-'))
  caFile = join(folder, 'ca.pem')
  await writeFile(caFile, estate.mail.caPem)
})
afterEach(() => {
  estate.mail.clearFaults()
  estate.mail.clearMessages()
})
afterAll(async () => {
  await estate.close()
  await rm(folder, { recursive: true })
})

const from = 'Support Élan <support@widip.fr>'
const execution = { messageId: '<hub.1@widip.fr>', startedAt: new Date('2026-11-20T10:00:00Z') }
const mail = {
  to: ['accueil@clinique.fr', 'zoe@clinique.fr'],
  subject: 'Coupure prévue à 14 h',
  text: 'Bonjour,\n.\n.. à bientôt\n',
  html: '<p>Bonjour</p>\n',
}
/** A client that knows of one execution only. */
function client(more = {}) {
  const opened = createMailClient({ ...estate.mail, from, caFile, timeoutMs: 2_000, ...more })
  return {
    ...opened,
    send: (parcel: typeof mail, until: AbortSignal) => opened.begin(execution).send(parcel, until),
  }
}
const signal = () => new AbortController().signal

describe('send', () => {
  it.each(['url', 'startTlsUrl'] as const)('hands the message over, encrypted, to %s', async (address) => {
    const sender = client({ url: estate.mail[address] })
    const delivery = await sender.send(mail, signal())
    expect(delivery).toMatchObject({ accepted: mail.to, rejected: [] })
    expect(delivery.response).toMatch(/^250 /)
    expect(sender.outcomeOf(execution)).toBe('accepted')
    expect(estate.mail.messages()).toMatchObject([
      {
        secure: true,
        envelope: { from: 'support@widip.fr', recipients: mail.to },
        to: mail.to,
        messageId: execution.messageId,
        subject: mail.subject,
        headers: { 'auto-submitted': 'auto-generated', from: expect.stringContaining('Support') },
        text: `${mail.text}\n`,
        html: `${mail.html}\n`,
      },
    ])
  })

  it('takes user and password from the address', async () => {
    const { user, password, url } = estate.mail
    const named = new URL(url.replace('smtps://', 'http://'))
    Object.assign(named, { username: user, password })
    const sender = client({
      url: named.href.replace('http://', 'smtps://'),
      user: undefined,
      password: undefined,
    })
    expect((await sender.send(mail, signal())).rejected).toEqual([])
  })

  it('adds no header, whatever the texts hold', async () => {
    const nasty = {
      ...mail,
      subject: 'Bonjour\r\nBcc: tous@ailleurs.fr',
      text: 'a\r\n.\r\nMAIL FROM:<x@y.fr>',
    }
    await client().send(nasty, signal())
    const [stored] = estate.mail.messages()
    expect(estate.mail.messages()).toHaveLength(1)
    expect(stored?.headers.bcc).toBeUndefined()
    expect(stored?.envelope.recipients).toEqual(mail.to)
  })

  it('says which recipients were refused', async () => {
    estate.mail.failNext({ kind: 'refuse', at: 'recipient', address: 'zoe@clinique.fr' })
    const delivery = await client().send(mail, signal())
    expect(delivery).toMatchObject({ accepted: ['accueil@clinique.fr'], rejected: ['zoe@clinique.fr'] })
    expect(estate.mail.messages()[0]?.envelope.recipients).toEqual(['accueil@clinique.fr'])
  })
})

describe('a failure', () => {
  it.each<[string, MailFault, string, 'not_sent' | 'unknown', number]>([
    ['the sender is refused', { kind: 'refuse', at: 'sender' }, 'mail.refused', 'not_sent', 0],
    [
      'all recipients are refused',
      { kind: 'refuse', at: 'recipient', count: 2 },
      'mail.refused',
      'not_sent',
      0,
    ],
    ['it is not the time yet', { kind: 'greylist', count: 2 }, 'mail.deferred', 'not_sent', 0],
    ['the message is refused', { kind: 'refuse', at: 'message', code: 554 }, 'mail.refused', 'not_sent', 0],
    ['the message is deferred', { kind: 'refuse', at: 'message', code: 452 }, 'mail.deferred', 'not_sent', 0],
    ['the line breaks at the sender', { kind: 'drop', at: 'sender' }, 'mail.unreachable', 'not_sent', 0],
    ['the line breaks at a recipient', { kind: 'drop', at: 'recipient' }, 'mail.unreachable', 'not_sent', 0],
    ['silence at a recipient', { kind: 'delay', at: 'recipient', ms: 4_000 }, 'mail.timeout', 'not_sent', 0],
    [
      'the line breaks after the message',
      { kind: 'drop', at: 'message' },
      'mail.outcome_unknown',
      'unknown',
      1,
    ],
    [
      'the line breaks and the message is lost',
      { kind: 'drop', at: 'message', kept: false },
      'mail.outcome_unknown',
      'unknown',
      0,
    ],
    [
      'silence after the message',
      { kind: 'delay', at: 'message', ms: 4_000 },
      'mail.outcome_unknown',
      'unknown',
      1,
    ],
  ])('is told for what it is: %s', async (_what, fault, reason, outcome, kept) => {
    estate.mail.failNext(fault)
    const sender = client()
    const error = await failureOf(sender.send(mail, signal()))
    expect(error.reason).toBe(reason)
    expect(error.message).not.toContain('Refused by the demo')
    expect(sender.outcomeOf(execution)).toBe(outcome)
    expect(estate.mail.messages()).toHaveLength(kept)
  })

  it('of a message that leaves again changes nothing about the one before, nor the other way round', async () => {
    const opened = createMailClient({ ...estate.mail, from, caFile, timeoutMs: 2_000 })
    const later = { ...execution, startedAt: new Date('2026-11-20T10:05:00Z') }
    estate.mail.failNext({ kind: 'drop', at: 'message', kept: false })
    await failureOf(opened.begin(execution).send(mail, signal()))
    const again = opened.begin(later)
    expect([opened.outcomeOf(execution), opened.outcomeOf(later)]).toEqual(['unknown', 'not_sent'])
    await again.send(mail, signal())
    expect([opened.outcomeOf(execution), opened.outcomeOf(later)]).toEqual(['unknown', 'accepted'])
    expect(client().outcomeOf(later)).toBe('unknown')
  })

  it('of one of two tries of the same execution leaves its outcome unknown', async () => {
    const sender = client()
    await sender.send(mail, signal())
    expect(sender.outcomeOf(execution)).toBe('accepted')
    sender.begin(execution)
    expect(sender.outcomeOf(execution)).toBe('unknown')
  })

  it('of the caller counts like silence', async () => {
    estate.mail.failNext({ kind: 'delay', at: 'recipient', ms: 3_000 })
    const early = await failureOf(client().send(mail, AbortSignal.timeout(300)))
    expect(early.reason).toBe('mail.timeout')
    estate.mail.clearFaults()
    estate.mail.failNext({ kind: 'delay', at: 'message', ms: 3_000 })
    const late = await failureOf(client().send(mail, AbortSignal.timeout(600)))
    expect(late).toMatchObject({ reason: 'mail.outcome_unknown', params: { messageId: execution.messageId } })
  })

  it.each([
    ['a wrong password', { password: 'autre' }, 'mail.configuration'],
    ['an unknown authority', { caFile: undefined }, 'mail.tls'],
    ['nobody there', { url: 'smtps://127.0.0.1:1' }, 'mail.unreachable'],
  ])('names %s, also to the look at its health', async (_what, more, reason) => {
    const sender = client(more)
    const error = await failureOf(sender.send(mail, signal()))
    expect(error.reason).toBe(reason)
    expect(JSON.stringify([error.message, error.params])).not.toContain(estate.mail.password)
    expect(sender.outcomeOf(execution)).toBe('not_sent')
    expect((await failureOf(sender.ping(signal()))).reason).toBe(reason)
  })

  it('is none for the look at its health when all is well', async () => {
    expect(await client().ping(signal())).toBeGreaterThan(0)
    expect(estate.mail.messages()).toEqual([])
  })
})

describe('settings', () => {
  it.each([
    ['http://127.0.0.1', {}, 'SMTP_URL'],
    ['smtps://mail.example.org/?tls=no', {}, 'SMTP_URL'],
    ['smtps://mail.example.org', { from: undefined }, 'MAIL_FROM'],
    ['smtps://mail.example.org', { from: 'a@b.fr, c@d.fr' }, 'MAIL_FROM'],
    ['smtps://mail.example.org', { user: 'hub', password: undefined }, 'SMTP_USER'],
    ['smtps://mail.example.org', { caFile: '/absent.pem' }, 'SMTP_CA_FILE'],
  ])('%s %j is refused naming the value', (url, more, name) => {
    expect(() => client({ url, ...more })).toThrow(name)
  })

  it('sends no password without encryption to another machine', async () => {
    const { checkMailSettings } = await import('../src/systems/mail/client/settings.ts')
    const requires = (url: string) => checkMailSettings({ url, from }).connection.requireTLS
    expect(
      ['smtp://mail.example.org', 'smtp://127.0.0.1.example.org', 'smtp://10.0.0.1'].map(requires),
    ).toEqual([true, true, true])
    expect(['smtp://127.0.0.1', 'smtp://localhost:25', 'smtp://[::1]'].map(requires)).toEqual([
      false,
      false,
      false,
    ])
  })
})
