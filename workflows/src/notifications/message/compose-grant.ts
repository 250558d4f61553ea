import type { HubEvent } from '@hub/contracts'
import { cleanName } from './clean-name.ts'
import { type NoticeStyle, nameMax } from './compose-notice.ts'
import type { GrantFacts } from './grant-facts.ts'
import { localTime } from './local-time.ts'
import type { Notice } from './notice.ts'
import type { NoticeKind } from './notice-kinds.ts'
import { headlines, labels } from './notice-words.ts'

/**
 * Words one event of a standing grant: which action, for whose requests, how often, until when and who said so. Nothing
 * of its reason, and a link that only opens the page.
 */
export function composeGrant(
  told: { id: string; kind: NoticeKind; event: HubEvent; grant: GrantFacts },
  style: NoticeStyle,
): Notice {
  const { id, kind, event, grant } = told
  const { language } = style
  const url = `${style.publicUrl}/safeguard/grants/${encodeURIComponent(grant.grantId)}`
  return {
    id,
    kind,
    language,
    at: new Date(event.at),
    headline: headlines[kind][language],
    level: null,
    sentence: grant.title[language],
    facts: factsOf(kind, grant, style),
    link: { label: labels.open[language], url },
    data: { ...dataOf(kind, grant), title: grant.title[language], url },
  }
}

/** Who decided and who revoked stands in a message of that, not in one that was sent late. */
function peopleOf(kind: NoticeKind, { decidedBy, revokedBy }: GrantFacts) {
  return {
    decidedBy: kind === 'grant_given' ? decidedBy : null,
    revokedBy: kind === 'grant_revoked' ? revokedBy : null,
  }
}

function factsOf(kind: NoticeKind, grant: GrantFacts, style: NoticeStyle): Notice['facts'] {
  const { language } = style
  const { decidedBy, revokedBy } = peopleOf(kind, grant)
  const fact = (name: keyof typeof labels, value: string | null) =>
    value ? [{ label: labels[name][language], value: cleanName(value, nameMax) }] : []
  return [
    ...fact('requester', grant.askedBy),
    ...fact('grantee', grant.requester),
    ...fact('client', grant.clientName),
    ...fact('uses', String(grant.maxUses)),
    ...fact('expires', revokedBy === null ? localTime(grant.expiresAt, style) : null),
    ...fact('decided', decidedBy),
    ...fact('revoked', revokedBy),
  ]
}

function dataOf(kind: NoticeKind, grant: GrantFacts): Notice['data'] {
  const clean = (name: string | null) => name && cleanName(name, nameMax)
  const { decidedBy, revokedBy } = peopleOf(kind, grant)
  return {
    grantId: grant.grantId,
    state: grant.state,
    askedBy: clean(grant.askedBy),
    requester: clean(grant.requester),
    client: clean(grant.clientName),
    maxUses: grant.maxUses,
    expiresAt: grant.expiresAt.toISOString(),
    decidedBy: clean(decidedBy),
    revokedBy: clean(revokedBy),
  }
}
