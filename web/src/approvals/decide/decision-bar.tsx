import type { Approval } from '@hub/contracts'
import { Lock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../i18n/use-locale.ts'
import { useHotkeys } from '../../lib/use-hotkeys.ts'
import { Button } from '../../ui/button.tsx'
import { DecisionError } from '../decision-error.tsx'
import { type DecisionSender, useDecision } from '../use-decision.ts'
import type { ApproveDraft } from './approve-fields.tsx'
import { ApproveForm } from './approve-form.tsx'
import { DeferPanel } from './defer-panel.tsx'
import { InWhoseName, useInWhoseName } from './in-whose-name.tsx'
import { RejectPanel } from './reject-panel.tsx'
import { emptyStepUp } from './step-up.ts'
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
  const [panel, setPanel] = useState<'reject' | 'defer'>()
  const close = () => setPanel(undefined)
  const isOpen = approval.state === 'pending'
  const canDecide = isOpen && approval.you.canDecide
  useHotkeys({ r: () => setPanel('reject'), d: () => setPanel('defer') }, canDecide && !panel)
  if (!isOpen && !decision.error) return null
  const asked = { approval, decision, onBehalf: inWhoseName.onBehalf }
  return (
    <section aria-label={t('actions.label')} className="flex flex-col gap-3">
      <DecisionError error={decision.error} />
      {isOpen && !canDecide && <WhyNot approval={approval} />}
      {canDecide && <InWhoseName {...inWhoseName} />}
      {canDecide && panel === 'reject' && <RejectPanel {...asked} onClose={close} />}
      {canDecide && panel === 'defer' && <DeferPanel {...asked} onClose={close} />}
      {canDecide && !panel && (
        <ApproveForm {...asked} preview={preview} draft={draft} onDraft={setDraft} onPanel={setPanel} />
      )}
      {isOpen && approval.you.canCancel && <CancelButton approval={approval} decision={decision} />}
      {isOpen && !panel && children}
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
    <div>
      <Button size="lg" busy={decision.isPending} onClick={cancel} title={t('cancelHelp')}>
        {t('actions.cancel')}
      </Button>
    </div>
  )
}
