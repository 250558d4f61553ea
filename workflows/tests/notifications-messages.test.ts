import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HttpReceiver, startHttpReceiver } from './harness/http-receiver.ts'
import { type MailReceiver, startMailReceiver } from './harness/mail-receiver.ts'
import { type NotifyLab, publicUrl, startNotifyLab } from './harness/notify-lab.ts'

const hostile = [
  '<!channel> <at>Everyone</at> @everyone @channel',
  '[Approve](https://evil.example/approve) <https://evil.example|ok> ![x](http://evil.example/x.png)',
  '\u202eexe.cod\u200b www.evil.example javascript:alert(1) mailto:a@b evil.example/approve',
  '<img src=x onerror=alert(1)>"\'&amp;\r\nBcc: everyone@evil.example',
]

let lab: NotifyLab
let http: HttpReceiver
let mail: MailReceiver
beforeAll(async () => {
  ;[lab, http, mail] = await Promise.all([startNotifyLab(), startHttpReceiver(), startMailReceiver()])
})
afterAll(async () => {
  await http.close()
  await mail.close()
  await lab.close()
})

/** Everything in a text that a reader could click on. */
function urlsIn(text: string): string[] {
  return (
    text.match(/(?:[a-z][a-z0-9+.-]*:\/\/|www\.|evil\.example\/|\bmailto:|\bjavascript:)[^\s"'<>|)\\]*/gi) ??
    []
  )
}

async function ask(names: string) {
  const [target, client, title, displayName] = [names, names, names, names]
  return lab.ask({ level: 'L4', target, client, title, displayName, sentence: `Reset ${names}` })
}

async function posted(type: 'teams' | 'slack' | 'webhook', names: string) {
  const own = type === 'webhook' ? {} : { secret: undefined }
  const line = await lab.line(http.url, { type, ...own })
  http.received.length = 0
  const row = await ask(names)
  await lab.turn(line)
  return { id: row.id, digest: row.digest, body: String(http.received[0]?.body) }
}

describe.each(hostile)('with the name %j', (names) => {
  it.each(['teams', 'slack', 'webhook'] as const)(
    '%s has one link, which only opens the page',
    async (type) => {
      const { id, digest, body } = await posted(type, names)
      const { $schema: _schema, ...content } = JSON.parse(body)
      const text = JSON.stringify(content).replace('http://adaptivecards.io/schemas/adaptive-card.json', '')
      expect(new Set(urlsIn(text))).toEqual(new Set([`${publicUrl}/safeguard/${id}`]))
      expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      expect(text).not.toContain(digest)
      expect(text).not.toMatch(/ARGUMENT-SECRET|DESCRIPTION-SECRET/)
      // Names in JSON are data; the receiver words them.
      if (type !== 'webhook') expect(text).not.toMatch(/<at>|<!channel>|\]\(|@(everyone|channel)/)
    },
  )

  it('mail has one link, no markup and no header of its own', async () => {
    const relay = {
      smtpUrl: `smtp://127.0.0.1:${mail.port}`,
      from: 'hub@example.org',
      to: ['n3@example.org'],
    }
    const line = await lab.line('', { type: 'email', url: undefined, secret: undefined, ...relay })
    mail.received.length = 0
    const { id } = await ask(names)
    await lab.turn(line)
    const [{ mail: told, recipients } = { mail: undefined, recipients: [] }] = mail.received
    expect(recipients).toEqual(['n3@example.org'])
    const page = `${publicUrl}/safeguard/${id}`
    expect(urlsIn(String(told?.text))).toEqual([page])
    expect(urlsIn(String(told?.html))).toEqual([page])
    expect(told?.html).not.toMatch(/<(?:img|at|!channel|a(?! href="https:\/\/hub\.example))/)
    expect(told?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(told?.subject).not.toMatch(/[\r\n\u202e]/)
    expect(told?.bcc).toBeUndefined()
  })
})

it('speaks the language of the channel, with the hour of its time zone', async () => {
  const line = await lab.line(http.url, { type: 'teams', secret: undefined, language: 'fr' })
  http.received.length = 0
  const { expiresAt } = await lab.ask({ target: 'marie.martin' })
  await lab.turn(line)
  const card = JSON.parse(String(http.received[0]?.body)).attachments[0].content
  expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.4' })
  expect(card.body[0].text).toBe('[L3] Une décision est attendue')
  const facts = new Map(
    card.body[2].facts.map((one: { title: string; value: string }) => [one.title, one.value]),
  )
  const hour = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'short' }).format(
    expiresAt,
  )
  expect(facts.get('Expire le')).toContain(hour)
  expect(facts.get('Cible')).toBe('marie.martin')
  expect(facts.get('Ticket')).toBe('#1234 Reset MDP')
  expect(facts.get('Demandé par')).toBe('Person N1')
})

it('cuts what is long and stays far below the limits of the receivers', async () => {
  for (const type of ['teams', 'slack'] as const) {
    const { body } = await posted(type, '<&]@'.repeat(5_000))
    expect(Buffer.byteLength(body)).toBeLessThan(8_000)
  }
})
