import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import type { DecisionSender } from '../use-decision.ts'
import { type ApproveDraft, ApproveFields } from './approve-fields.tsx'
import type { Missing } from './approve-guard.ts'
import { Panel } from './panel.tsx'
import { useMissingWords } from './use-missing-words.ts'

interface ApprovePanelProps {
  approval: Approval
  decision: DecisionSender
  draft: ApproveDraft
  onDraft: (draft: ApproveDraft) => void
  missing: Missing[]
  onApprove: () => void
  onClose: () => void
}

/** What a yes asks for: the name of the target, a reason, a proof of presence. */
export function ApprovePanel(props: ApprovePanelProps) {
  const { approval, decision, missing } = props
  const { t } = useTranslation('approvals')
  const words = useMissingWords(missing)
  return (
    <Panel
      title={t('actions.approveTitle')}
      back={t('actions.approveBack')}
      submit={t('actions.approve')}
      variant="primary"
      isReady={missing.length === 0}
      isBusy={decision.isPending}
      onSubmit={props.onApprove}
      onClose={props.onClose}
    >
      <ApproveFields approval={approval} draft={props.draft} onDraft={props.onDraft} error={decision.error} />
      <p role="status" className="text-muted text-sm empty:hidden">
        {missing.length > 0 && t('actions.missing', { what: words })}
      </p>
    </Panel>
  )
}
