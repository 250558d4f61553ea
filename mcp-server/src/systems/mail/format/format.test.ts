import { describe, expect, it } from 'vitest'
import { htmlPart, type MailDraft, signature, subjectLine, textPart } from './message.ts'
import { messageIdOf } from './message-id.ts'

const draft: MailDraft = {
  subject: 'Coupure',
  body: 'Bonjour,\r\n\r\nLe lien <FAI> est "tombé" & revient.\nMerci.',
  language: 'fr',
  ticketId: 1234,
}
const { ticketId: _, ...withoutTicket } = draft

describe('the message', () => {
  it('carries the ticket as GLPI files answers by it', () => {
    expect(subjectLine(draft)).toBe('[GLPI #0001234] Coupure')
    expect(subjectLine(withoutTicket)).toBe('Coupure')
  })

  it('is signed in its language', () => {
    expect(signature(draft, 'Support WIDIP')).toBe('Cordialement,\nSupport WIDIP\nRéférence : ticket n° 1234')
    expect(signature({ ...withoutTicket, language: 'en' }, 'Support WIDIP')).toBe(
      'Kind regards,\nSupport WIDIP',
    )
  })

  it('is the same in text and in HTML, where every character is escaped', () => {
    expect(textPart(draft, 'S')).toBe(
      'Bonjour,\n\nLe lien <FAI> est "tombé" & revient.\nMerci.\n\n-- \nCordialement,\nS\nRéférence : ticket n° 1234\n',
    )
    const html = htmlPart(draft, '<script>')
    expect(html).toContain('<p>Le lien &lt;FAI&gt; est &quot;tombé&quot; &amp; revient.<br>\nMerci.</p>')
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script>')
  })
})

describe('the Message-ID', () => {
  const at = new Date('2026-11-20T23:59:00Z')
  const mail = { draft, targetId: '3:a@b.fr', key: undefined, at, from: 'support@widip.fr' }
  const id = messageIdOf(mail)

  it('is that of a repeat on the same day, and of no other mail', () => {
    expect(id).toMatch(/^<hub\.[0-9a-f]{40}@widip\.fr>$/)
    expect(messageIdOf({ ...mail, at: new Date('2026-11-20T00:00:00Z') })).toBe(id)
    const others = [
      { ...mail, at: new Date('2026-11-21T00:00:00Z') },
      { ...mail, targetId: '3:a@b.fr,c@b.fr' },
      { ...mail, draft: { ...draft, body: 'Autre.' } },
      { ...mail, draft: withoutTicket },
      { ...mail, key: 'wf-1:mail' },
    ].map(messageIdOf)
    expect(new Set([id, ...others]).size).toBe(6)
  })

  it('follows the key of the Hub where there is one', () => {
    const keyed = { ...mail, key: 'wf-1:mail' }
    const later = { ...keyed, at: new Date('2026-12-01T00:00:00Z'), draft: { ...draft, body: 'Autre.' } }
    expect(messageIdOf(later)).toBe(messageIdOf(keyed))
  })
})
