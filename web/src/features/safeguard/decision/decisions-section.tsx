import type { Approval, ApprovalDecision } from '@hub/contracts'
import {
  BadgeCheck,
  Ban,
  CircleCheck,
  CirclePause,
  CircleSlash,
  ClipboardCheck,
  type LucideIcon,
  Siren,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { deciderName } from '../../../approvals/decider-name.ts'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatWhen } from '../../../lib/time.ts'
import { useNow } from '../../../lib/use-now.ts'
import { cn } from '../../../ui/class-names.ts'
import { Moment } from '../../../ui/moment.tsx'
import { type Tone, toneClass } from '../../../ui/tone.ts'
import { Section } from './section.tsx'

const looks: Record<ApprovalDecision['kind'], { icon: LucideIcon; tone: Tone }> = {
  approve: { icon: CircleCheck, tone: 'ok' },
  reject: { icon: Ban, tone: 'danger' },
  defer: { icon: CirclePause, tone: 'off' },
  cancel: { icon: CircleSlash, tone: 'off' },
  break_glass: { icon: Siren, tone: 'danger' },
  grant: { icon: BadgeCheck, tone: 'info' },
  verdict: { icon: ClipboardCheck, tone: 'unknown' },
}

/** What people already decided on this request, in order; nothing before the first decision. */
export function DecisionsSection({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  if (approval.decisions.length === 0) return null
  return (
    <Section title={t('sections.decisions')}>
      <ol className="flex flex-col gap-2">
        {approval.decisions.map((decision) => (
          <DecisionLine key={`${decision.kind}-${decision.userId}-${decision.at}`} decision={decision} />
        ))}
      </ol>
    </Section>
  )
}

function DecisionLine({ decision }: { decision: ApprovalDecision }) {
  const { t } = useTranslation('safeguard')
  const { t: tApprovals } = useTranslation('approvals')
  const locale = useLocale()
  const now = useNow()
  const { icon: Icon, tone } = looks[decision.kind]
  const who = `${deciderName(decision, tApprovals)} (${decision.accreditation})`
  const facts = factsOf(decision).map((fact) => t(`decisions.facts.${fact}`))
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', toneClass[tone].ink)} strokeWidth={1.75} />
      <span className="min-w-0">
        {t(`decisions.${wordsOf(decision)}`, { who })}
        {decision.until &&
          ` ${t('decisions.until', { time: formatWhen(new Date(decision.until), now, locale) })}`}{' '}
        <Moment at={decision.at} className="text-muted text-sm" />
        {facts.length > 0 && <span className="block text-muted text-sm">{facts.join(' · ')}</span>}
        {decision.reason && <span className="block text-muted">{decision.reason}</span>}
      </span>
    </li>
  )
}

function wordsOf({ kind, verdict }: ApprovalDecision) {
  if (kind !== 'verdict') return kind
  return verdict === 'executed' ? 'foundExecuted' : 'foundFailed'
}

/** How the person proved presence, and that they saw the whole preview. */
function factsOf({ stepUp, previewSeenAt }: ApprovalDecision) {
  return [...(stepUp ? [stepUp] : []), ...(previewSeenAt ? (['previewSeen'] as const) : [])]
}
