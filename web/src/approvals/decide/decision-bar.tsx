import type { Approval } from '@hub/contracts'
import { Lock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../i18n/use-locale.ts'
import { useMe } from '../../lib/session.ts'
import { useHotkeys } from '../../lib/use-hotkeys.ts'
import { Button } from '../../ui/button.tsx'
import { DecisionError } from '../decision-error.tsx'
import { type DecisionSender, useDecision } from '../use-decision.ts'
import type { ApproveDraft } from './approve-fields.tsx'
import { askedForYes, missingForYes } from './approve-guard.ts'
import { ApprovePanel } from './approve-panel.tsx'
import { DecideButtons } from './decide-buttons.tsx'
import { DeferPanel } from './defer-panel.tsx'
import { InWhoseName, useInWhoseName } from './in-whose-name.tsx'
import { RejectPanel } from './reject-panel.tsx'
import { emptyStepUp, stepUpOf } from './step-up.ts'
import type { PreviewSeen } from './use-preview-seen.ts'

export interface DecisionBarProps {
  approval: Approval
  preview: PreviewSeen
  /** What else the reader may do, after the decision itself. */
  children?: ReactNode
}

const emptyDraft: ApproveDraft = { typedName: '', reason: '', proof: emptyStepUp }

/** Approve, reject, defer or cancel; or why the reader cannot. What was filled in survives a refusal. */
export function DecisionBar({ approval, preview, children }: DecisionBarProps) {
  const { t } = useTranslation('approvals')
  const decision = useDecision(approval.approvalId)
  const inWhoseName = useInWhoseName([approval])
  const [draft, setDraft] = useState(emptyDraft)
  const [panel, setPanel] = useState<'approve' | 'reject' | 'defer'>()
  const { stepUp: way } = useMe()
  const close = () => setPanel(undefined)
  const isOpen = approval.state === 'pending'
  const canDecide = isOpen && approval.you.canDecide
  useHotkeys({ r: () => setPanel('reject'), d: () => setPanel('defer') }, canDecide && !panel)
  if (!isOpen && !decision.error) return null
  const shared = { approval, decision, onBehalf: inWhoseName.onBehalf, onClose: close }
  const proof = approval.stepUpRequired ? stepUpOf(way, draft.proof) : undefined
  const missing = missingForYes(approval, { ...draft, proof, isSeen: preview.isSeen })
  const asked = askedForYes(approval)
  const approve = () => {
    if (missing.length > 0 || decision.isPending) return
    const said = draft.reason.trim() === '' ? {} : { reason: draft.reason.trim() }
    const proved = proof ? { stepUp: proof } : {}
    const input = { digest: approval.digest, ...said, ...proved, ...inWhoseName.onBehalf }
    decision.mutate({ verb: 'approve', input }, { onSuccess: close })
  }
  return (
    <section aria-label={t('actions.label')} className="flex flex-col gap-3">
      <DecisionError error={decision.error} />
      {isOpen && !canDecide && <WhyNot approval={approval} />}
      {canDecide && <InWhoseName {...inWhoseName} />}
      {canDecide && panel === 'reject' && <RejectPanel {...shared} />}
      {canDecide && panel === 'defer' && <DeferPanel {...shared} />}
      {canDecide && panel === 'approve' && (
        <ApprovePanel {...shared} draft={draft} onDraft={setDraft} missing={missing} onApprove={approve} />
      )}
      {canDecide && !panel && (
        <DecideButtons
          preview={preview}
          asked={asked}
          isBusy={decision.isPending}
          onApprove={asked.length === 0 ? approve : () => setPanel('approve')}
          onReject={() => setPanel('reject')}
          onDefer={() => setPanel('defer')}
        >
          {children}
        </DecideButtons>
      )}
      {isOpen && !canDecide && (
        <div className="flex flex-wrap items-center gap-2 empty:hidden">
          {approval.you.canCancel && <CancelButton approval={approval} decision={decision} />}
          {children}
        </div>
      )}
    </section>
  )
}

function WhyNot({ approval }: { approval: Approval }) {
  const text = useText()
  if (!approval.you.why) return null
  return (
    <p className="flex gap-2 text-muted">
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
      {text(approval.you.why)}
    </p>
  )
}

function CancelButton({ approval, decision }: { approval: Approval; decision: DecisionSender }) {
  const { t } = useTranslation('approvals')
  const cancel = () => decision.mutate({ verb: 'cancel', input: { digest: approval.digest } })
  return (
    <Button size="lg" busy={decision.isPending} onClick={cancel} title={t('cancelHelp')}>
      {t('actions.cancel')}
    </Button>
  )
}
