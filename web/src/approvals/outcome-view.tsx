import type { Approval, ApprovalDecision, ApprovalOutcome, ApprovalState } from '@hub/contracts'
import type { TFunction } from 'i18next'
import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale, useText } from '../i18n/use-locale.ts'
import { formatWhen } from '../lib/time.ts'
import { useNow } from '../lib/use-now.ts'
import { cn } from '../ui/class-names.ts'
import { toneIcon } from '../ui/status.tsx'
import { type Tone, toneClass } from '../ui/tone.ts'
import { statusLook } from './approval-status.ts'
import { deciderName } from './decider-name.ts'
import { requesterName } from './requester-name.ts'

/** What became of a decided request, told live: running, outcome, verification, or why nothing was done. */
export function OutcomeView({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const text = useText()
  if (approval.state === 'pending') return null
  const { outcome } = approval
  const isRunning = approval.state === 'approved' || approval.state === 'executing'
  const { tone, icon } = statusLook[approval.state]
  return (
    <section
      aria-label={t('outcome.title')}
      aria-live="polite"
      className={cn('flex flex-col gap-2 rounded-card p-3 text-sm', toneClass[tone].soft)}
    >
      <Line icon={isRunning ? LoaderCircle : icon} isSpinning={isRunning}>
        {outcome ? text(outcome.summary) : <StateSentence approval={approval} state={approval.state} />}
      </Line>
      {outcome && approval.state !== 'executed' && (
        <p className="pl-6 text-ink">
          <StateSentence approval={approval} state={approval.state} />
        </p>
      )}
      <Reason approval={approval} />
      {outcome?.verification && <Verification verification={outcome.verification} />}
    </section>
  )
}

function Line(props: { icon: LucideIcon; isSpinning?: boolean; children: ReactNode }) {
  return (
    <p className="flex gap-2 font-medium">
      <props.icon
        aria-hidden
        className={cn('mt-0.5 size-4 shrink-0', props.isSpinning && 'animate-spin')}
        strokeWidth={1.75}
      />
      <span>{props.children}</span>
    </p>
  )
}

function StateSentence({
  approval,
  state,
}: {
  approval: Approval
  state: Exclude<ApprovalState, 'pending'>
}) {
  const { t } = useTranslation('approvals')
  const locale = useLocale()
  const now = useNow()
  const last = approval.decisions.findLast(({ kind }) => kind !== 'defer')
  const at =
    approval.outcome?.finishedAt ??
    (state === 'expired' ? approval.expiresAt : (last?.at ?? approval.expiresAt))
  const time = formatWhen(new Date(at), now, locale)
  return t(`outcome.${state}`, { time, who: whoEnded(approval, t) })
}

/** A workflow that takes its request back leaves no decision: those who said yes before did not end it. */
function whoEnded({ state, decisions, requestedBy }: Approval, t: TFunction<'approvals'>): string {
  if (state === 'cancelled' && !decisions.some(({ kind }) => kind === 'cancel'))
    return requesterName(requestedBy, t)
  const last = decisions.findLast(({ kind }) => kind !== 'defer')
  return last ? deciderName(last, t) : t('outcome.someone')
}

/** Of the others the reason is told in their own place. */
const saysWhy = new Set<ApprovalDecision['kind']>(['approve', 'reject', 'cancel'])

function Reason({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const last = approval.decisions.findLast(({ kind }) => saysWhy.has(kind))
  if (!last?.reason || approval.breakGlass) return null
  return (
    <p className="pl-6 text-ink">
      <span className="text-muted">{t('outcome.reason')}</span> : {last.reason}
    </p>
  )
}

type VerificationFacts = NonNullable<ApprovalOutcome['verification']>
const verificationTones: Record<VerificationFacts['status'], Tone> = {
  verified: 'ok',
  mismatch: 'danger',
  unreadable: 'unknown',
}

function Verification({ verification }: { verification: VerificationFacts }) {
  const { t } = useTranslation('approvals')
  const text = useText()
  const tone = verificationTones[verification.status]
  const Icon = toneIcon[tone]
  return (
    <p className="flex gap-2 text-ink">
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', toneClass[tone].ink)} strokeWidth={1.75} />
      <span>
        <span className={cn('font-medium', toneClass[tone].ink)}>
          {t(`verification.${verification.status}`)}
        </span>
        {' · '}
        {text(verification.detail)}
      </span>
    </p>
  )
}
