import { connect as connectPlain } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Estate, startEstate } from '../src/index.ts'
import { openSmtp, type SmtpTalk } from './smtp-talk.ts'

let estate: Estate
beforeAll(async () => {
  estate = await startEstate()
})
afterEach(() => {
  estate.mail.clearFaults()
  estate.mail.clearMessages()
})
afterAll(() => estate.close())

const message = [
  'From: Support <support@widip.fr>',
  'To: accueil@clinique.fr',
  'Subject: =?utf-8?Q?Coupure_pr=C3=A9vue?=',
  'Message-ID: <a1@widip.fr>',
  'Auto-Submitted: auto-generated',
  '',
  'Bonjour <b>.',
  '.',
].join('\r\n')

const port = (url: string) => Number(new URL(url).port)
const overTls = () =>
  openSmtp(connectTls({ port: port(estate.mail.url), host: '127.0.0.1', ca: estate.mail.caPem }))
const login = ({ user, password } = estate.mail) =>
  `AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`

async function send(smtp: SmtpTalk, recipients = ['accueil@clinique.fr']): Promise<string[]> {
  const codes = [await smtp.say('MAIL FROM:<support@widip.fr>')]
  for (const recipient of recipients) codes.push(await smtp.say(`RCPT TO:<${recipient}>`))
  codes.push(await smtp.say('DATA'))
  if (codes.at(-1) === '354') codes.push(await smtp.say(message))
  return codes
}

async function loggedIn(): Promise<SmtpTalk> {
  const smtp = await overTls()
  await smtp.say('EHLO test')
  expect(await smtp.say(login())).toBe('235')
  return smtp
}

describe('the mail server', () => {
  it('keeps what it accepted, with its envelope', async () => {
    const smtp = await loggedIn()
    expect(await send(smtp)).toEqual(['250', '250', '354', '250'])
    smtp.close()
    expect(estate.mail.messages()).toMatchObject([
      {
        envelope: { from: 'support@widip.fr', recipients: ['accueil@clinique.fr'] },
        secure: true,
        messageId: '<a1@widip.fr>',
        subject: 'Coupure prévue',
        from: 'support@widip.fr',
        to: ['accueil@clinique.fr'],
        headers: { 'auto-submitted': 'auto-generated' },
        text: 'Bonjour <b>.\n',
      },
    ])
  })

  it('wants a login, and the right one', async () => {
    const smtp = await overTls()
    await smtp.say('EHLO test')
    expect(await smtp.say('MAIL FROM:<support@widip.fr>')).toBe('530')
    expect(await smtp.say(login({ ...estate.mail, password: 'autre' }))).toBe('535')
    smtp.close()
  })

  it('wants STARTTLS before a login on its plain port', async () => {
    const plain = await openSmtp(connectPlain({ port: port(estate.mail.startTlsUrl), host: '127.0.0.1' }))
    expect(await plain.say('EHLO test')).toBe('250')
    expect(await plain.say(login())).toMatch(/^5/)
    expect(await plain.say('STARTTLS')).toBe('220')
    plain.close()
  })

  it('is not trusted without its authority', async () => {
    const socket = connectTls({ port: port(estate.mail.url), host: '127.0.0.1' })
    await expect(openSmtp(socket)).rejects.toThrow(/certificate/)
  })
})

describe('faults', () => {
  it.each([
    ['the sender', { kind: 'refuse', at: 'sender' }, ['550', '503', '503']],
    [
      'a recipient',
      { kind: 'refuse', at: 'recipient', address: 'b@clinique.fr' },
      ['250', '250', '550', '354', '250'],
    ],
    ['all for now', { kind: 'greylist', count: 2 }, ['250', '451', '451', '503']],
    ['the message', { kind: 'refuse', at: 'message', code: 552 }, ['250', '250', '250', '354', '552']],
  ] as const)('refuse %s', async (_what, fault, codes) => {
    estate.mail.failNext(fault)
    const smtp = await loggedIn()
    const got = await send(smtp, ['a@clinique.fr', 'b@clinique.fr'])
    expect(got.slice(0, codes.length)).toEqual(codes)
    smtp.close()
    expect(estate.mail.messages()).toHaveLength(codes.at(-1) === '250' ? 1 : 0)
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('cut the connection before the answer, the message kept: %s', async (kept, count) => {
    estate.mail.failNext({ kind: 'drop', at: 'message', kept })
    await expect(send(await loggedIn())).rejects.toThrow('closed')
    expect(estate.mail.messages()).toHaveLength(count)
  })

  it('answer late', async () => {
    estate.mail.failNext({ kind: 'delay', at: 'message', ms: 300 })
    const startedAt = performance.now()
    expect((await send(await loggedIn())).at(-1)).toBe('250')
    expect(performance.now() - startedAt).toBeGreaterThan(290)
  })
})

describe('GET /_estate/mail', () => {
  it('shows the messages as text, newest first, and as JSON', async () => {
    const smtp = await loggedIn()
    await send(smtp)
    await send(smtp, ['b@clinique.fr'])
    smtp.close()
    const page = await fetch(`${estate.url}/_estate/mail`, { headers: { accept: 'text/html' } })
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'")
    const html = await page.text()
    expect(html).toContain('Coupure prévue')
    expect(html).toContain('Bonjour &lt;b&gt;.')
    expect(html.indexOf('b@clinique.fr')).toBeLessThan(html.indexOf('À : accueil@clinique.fr'))
    const json = await fetch(`${estate.url}/_estate/mail`, { headers: { accept: 'application/json' } })
    expect(await json.json()).toMatchObject({ items: [{}, {}] })
  })
})
