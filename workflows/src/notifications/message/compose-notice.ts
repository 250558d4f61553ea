import { Accreditation, type HubEvent, type Locale, type LocalizedText } from '@hub/contracts'
import { cleanName } from './clean-name.ts'
import type { Notice } from './notice.ts'
import type { NoticeKind } from './notice-kinds.ts'
import { headlines, labels, verdicts } from './notice-words.ts'
import type { RequestFacts } from './request-facts.ts'

/** How messages are worded for one channel. */
export interface NoticeStyle {
  language: Locale
  timeZone: string
  /** HUB_PUBLIC_URL without a slash at the end. */
  publicUrl: string
}

const nameMax = 80
const sentenceMax = 200

/**
 * Words one event: who asked what on which target, until when, and where to look. No arguments, no digest, no text of
 * the ticket, and a link that only opens the page.
 * @param told.request null for events that are not about a request
 */
export function composeNotice(
  told: { id: string; kind: NoticeKind; event: HubEvent; request: RequestFacts | null },
  style: NoticeStyle,
): Notice {
  const { id, kind, event, request } = told
  const { language } = style
  const say = (text: LocalizedText) => text[language]
  const url = request && `${style.publicUrl}/safeguard/${encodeURIComponent(request.approvalId)}`
  const fact = (name: keyof typeof labels, value: string | null | undefined) =>
    value ? [{ label: say(labels[name]), value: cleanName(value, nameMax) }] : []
  return {
    id,
    kind,
    language,
    at: new Date(event.at),
    headline: say(headlines[kind]),
    level: request?.level ?? null,
    sentence: request && cleanName(request.sentence[language], sentenceMax),
    facts: [
      ...fact('requester', request?.requester),
      ...fact('target', request?.target),
      ...fact('client', request?.clientName),
      ...fact('ticket', request && ticketName(request)),
      ...fact('expires', request?.state === 'pending' ? localTime(request.expiresAt, style) : null),
      ...fact('told', Accreditation.safeParse(event.data.tell).data),
      ...fact('decided', isDecision(kind) ? request?.deciders.join(', ') : null),
      ...fact(
        'verdict',
        kind === 'break_glass_reviewed' ? verdicts[String(event.data.verdict)]?.[language] : null,
      ),
      ...fact('version', kind === 'policy_changed' ? String(event.data.to) : null),
    ],
    link: url ? { label: say(labels.open), url } : null,
    data: request ? dataOf(request, { language, url }) : {},
  }
}

function isDecision(kind: NoticeKind): boolean {
  return kind === 'approved' || kind === 'rejected' || kind === 'break_glass'
}

function ticketName({ ticketId, ticketTitle }: RequestFacts): string | null {
  return ticketId === null ? null : `#${ticketId} ${ticketTitle ?? ''}`.trim()
}

function dataOf(request: RequestFacts, { language, url }: { language: Locale; url: string | null }) {
  const { approvalId, level, state, requester, target, clientName, ticketId, expiresAt } = request
  return {
    approvalId,
    level,
    state,
    sentence: cleanName(request.sentence[language], sentenceMax),
    requester: cleanName(requester, nameMax),
    target: cleanName(target, nameMax),
    client: clientName && cleanName(clientName, nameMax),
    ticketId,
    expiresAt: expiresAt.toISOString(),
    url,
  }
}

/** "20/11/2026 14:05 UTC+1" */
function localTime(at: Date, { language, timeZone }: NoticeStyle): string {
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  })
  return format.format(at)
}
