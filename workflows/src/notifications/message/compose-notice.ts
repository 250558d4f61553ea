import type { HubEvent, Locale } from '@hub/contracts'
import { cleanName } from './clean-name.ts'
import { type EventFacts, eventFacts } from './event-facts.ts'
import { localTime } from './local-time.ts'
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

/** Characters of a name from outside at most. */
export const nameMax = 80
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
  const known = eventFacts(kind, event, request)
  const url = request && `${style.publicUrl}/safeguard/${encodeURIComponent(request.approvalId)}`
  return {
    id,
    kind,
    language,
    at: new Date(event.at),
    headline: headlines[kind][language],
    level: request?.level ?? null,
    sentence: request && cleanName(request.sentence[language], sentenceMax),
    facts: factsOf(request, known, style),
    link: url ? { label: labels.open[language], url } : null,
    data: { ...(request && dataOf(request, language)), ...cleanFacts(known), ...(url && { url }) },
  }
}

function factsOf(request: RequestFacts | null, known: EventFacts, style: NoticeStyle): Notice['facts'] {
  const { language } = style
  const { verdict } = known
  const fact = (name: keyof typeof labels, value: string | null | undefined) =>
    value ? [{ label: labels[name][language], value: cleanName(value, nameMax) }] : []
  return [
    ...fact('requester', request?.requester),
    ...fact('target', request?.target),
    ...fact('client', request?.clientName),
    ...fact('ticket', request && ticketName(request)),
    ...fact('expires', request?.state === 'pending' ? localTime(request.expiresAt, style) : null),
    ...fact('told', known.escalatedTo),
    ...fact('decided', known.decidedBy),
    ...fact('verdict', verdict === undefined ? null : verdicts[verdict]?.[language]),
    ...fact('version', known.version),
  ]
}

function ticketName({ ticketId, ticketTitle }: RequestFacts): string | null {
  return ticketId === null ? null : `#${ticketId} ${ticketTitle ?? ''}`.trim()
}

function dataOf(request: RequestFacts, language: Locale) {
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
  }
}

function cleanFacts(known: EventFacts): Record<string, string> {
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, cleanName(value, nameMax)]))
}
