import type { Approval } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useText } from '../i18n/use-locale.ts'
import { errorRequestId, errorSentence } from '../lib/error-sentence.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { LevelBadge } from '../ui/level-badge.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { isOpen } from './approval-status.ts'
import { ApprovalStatusBadge } from './approval-status-badge.tsx'
import { DecisionBar } from './decide/decision-bar.tsx'
import { type PreviewSeen, usePreviewSeen } from './decide/use-preview-seen.ts'
import { EffectTable } from './effect-table.tsx'
import { GrantNotice } from './grant-notice.tsx'
import { OutcomeView } from './outcome-view.tsx'
import { approvalQuery } from './queries.ts'
import { RequestContext } from './request-context.tsx'
import { SecretReveal } from './secret-reveal.tsx'
import { WaitingLine } from './waiting-line.tsx'

/** One request inside a conversation: what will change, whom it waits for, then what became of it, live. */
export function ApprovalCard({ approvalId }: { approvalId: string }) {
  const { t } = useTranslation('approvals')
  const { t: tUi } = useTranslation('ui')
  const { data: approval, error, refetch } = useQuery(approvalQuery(approvalId))
  if (approval) return <LoadedCard approval={approval} />
  if (!error) return <Skeleton className="h-40 w-full" />
  return (
    <ErrorState
      title={t('loadFailed')}
      message={errorSentence(error, tUi)}
      requestId={errorRequestId(error)}
      onRetry={() => void refetch()}
      className="rounded-card border p-4"
    />
  )
}

function LoadedCard({ approval }: { approval: Approval }) {
  const text = useText()
  const card = useRef<HTMLElement>(null)
  const preview = usePreviewSeen(card, approval)
  return (
    <article
      ref={card}
      aria-label={text(approval.sentence)}
      className="flex flex-col gap-3 rounded-card border bg-surface p-3"
    >
      <ApprovalHeadline approval={approval} />
      <RequestContext approval={approval} />
      <ApprovalBody approval={approval} />
      <CardActions approval={approval} preview={preview} />
    </article>
  )
}

/** Verb sentence, level, state and number of a request. */
export function ApprovalHeadline({ approval }: { approval: Approval }) {
  const text = useText()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="min-w-0 flex-1 basis-60 font-semibold">{text(approval.sentence)}</p>
      <LevelBadge level={approval.securityLevel} />
      <ApprovalStatusBadge approval={approval} />
    </div>
  )
}

/** What changes, whom it waits for or what became of it, and the secret to pass on. */
export function ApprovalBody({ approval }: { approval: Approval }) {
  return (
    <>
      <GrantNotice grantId={approval.grantId} />
      <OutcomeView approval={approval} />
      <SecretReveal approval={approval} />
      <EffectTable preview={approval.preview} />
      {isOpen(approval) && <WaitingLine approval={approval} />}
    </>
  )
}

/** The decision itself where it asks for no more than a look; what asks for more is decided on its page. */
function CardActions({ approval, preview }: { approval: Approval; preview: PreviewSeen }) {
  const isThere = approval.you.canDecide && (approval.securityLevel === 'L4' || approval.stepUpRequired)
  const way = <WayToPage approval={approval} isPrimary={isThere} />
  if (!isOpen(approval) || isThere) return <div className="flex flex-wrap items-center gap-2">{way}</div>
  return (
    <DecisionBar approval={approval} preview={preview}>
      {way}
    </DecisionBar>
  )
}

function WayToPage({ approval, isPrimary }: { approval: Approval; isPrimary: boolean }) {
  const { t } = useTranslation('approvals')
  return (
    <>
      <Button asChild size="lg" variant={isPrimary ? 'primary' : 'secondary'}>
        <Link to={`/safeguard/${approval.approvalId}`}>{t(isPrimary ? 'decideThere' : 'open')}</Link>
      </Button>
      <code className="ml-auto text-faint text-xs">{approval.approvalId}</code>
    </>
  )
}
