import type { Locale } from '@hub/contracts'
import { escapeHtml } from '@hub/kernel'

/** What a person wrote, before the Hub adds its own lines. */
export interface MailDraft {
  subject: string
  body: string
  language: Locale
  ticketId?: number | undefined
}

/** The ticket number in the form by which GLPI files an answer under its ticket. */
export function subjectLine({ subject, ticketId }: MailDraft): string {
  return ticketId === undefined ? subject : `[GLPI #${String(ticketId).padStart(7, '0')}] ${subject}`
}

export function signature({ language, ticketId }: MailDraft, senderName: string): string {
  const words =
    language === 'fr'
      ? { closing: 'Cordialement,', reference: `Référence : ticket n° ${ticketId}` }
      : { closing: 'Kind regards,', reference: `Reference: ticket #${ticketId}` }
  return [words.closing, senderName, ...(ticketId === undefined ? [] : [words.reference])].join('\n')
}

export function bodyText({ body }: MailDraft): string {
  return body.replace(/\r\n?/g, '\n').trim()
}

/** The text part: the body, then the signature behind its mark (RFC 3676 section 4.3). */
export function textPart(draft: MailDraft, senderName: string): string {
  return `${bodyText(draft)}\n\n-- \n${signature(draft, senderName)}\n`
}

/** The same words as HTML, every character of them escaped. */
export function htmlPart(draft: MailDraft, senderName: string): string {
  const paragraphs = [...bodyText(draft).split(/\n{2,}/), signature(draft, senderName)]
  const body = paragraphs.map((text) => `<p>${escapeHtml(text).replaceAll('\n', '<br>\n')}</p>`).join('\n')
  return `<!doctype html>\n<html lang="${draft.language}"><body>\n${body}\n</body></html>\n`
}
