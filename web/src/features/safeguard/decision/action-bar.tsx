import type { Approval } from '@hub/contracts'
import { EyeOff, Lock } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DecisionError } from '../../../approvals/decision-error.tsx'
import { useDecision } from '../../../approvals/use-decision.ts'
import { useText } from '../../../i18n/use-locale.ts'
import { useHotkeys } from '../../../lib/use-hotkeys.ts'
import { Button } from '../../../ui/button.tsx'
import { ApproveFields } from './approve-fields.tsx'
import { mayApprove } from './approve-guard.ts'
import { DeferPanel } from './defer-panel.tsx'
import { RejectPanel } from './reject-panel.tsx'

interface ActionBarProps {
  approval: Approval
  isWholeSeen: boolean
}

/** The decision, in thumb reach at the bottom of the pane; or why the reader cannot take it. */
export function ActionBar({ approval, isWholeSeen }: ActionBarProps) {
  const { t } = useTranslation('safeguard')
  const decision = useDecision(approval.approvalId)
  const [panel, setPanel] = useState<'reject' | 'defer'>()
  const close = () => setPanel(undefined)
  const isOpen = approval.state === 'pending'
  const { canDecide } = approval.you
  useHotkeys({ r: () => setPanel('reject'), d: () => setPanel('defer') }, isOpen && canDecide && !panel)
  if (!isOpen && !decision.error) return null
  return (
    <section
      aria-label={t('actions.label')}
      className="flex shrink-0 flex-col gap-3 border-t bg-surface px-4 py-3 md:px-6"
    >
      <DecisionError error={decision.error} />
      {isOpen && !canDecide && <WhyNot approval={approval} />}
      {isOpen && canDecide && panel === 'reject' && (
        <RejectPanel approval={approval} decision={decision} onClose={close} />
      )}
      {isOpen && canDecide && panel === 'defer' && (
        <DeferPanel approval={approval} decision={decision} onClose={close} />
      )}
      {isOpen && canDecide && !panel && (
        <Decide approval={approval} decision={decision} isWholeSeen={isWholeSeen} onPanel={setPanel} />
      )}
      {isOpen && approval.you.canCancel && <CancelButton approval={approval} decision={decision} />}
    </section>
  )
}

interface DecideProps extends ActionBarProps {
  decision: ReturnType<typeof useDecision>
  onPanel: (panel: 'reject' | 'defer') => void
}

function Decide({ approval, decision, isWholeSeen, onPanel }: DecideProps) {
  const { t } = useTranslation('safeguard')
  const [typedName, setTypedName] = useState('')
  const [reason, setReason] = useState('')
  const approveButton = useRef<HTMLButtonElement>(null)
  useHotkeys({ a: () => approveButton.current?.focus() })
  const approve = () => {
    const said = reason.trim() === '' ? {} : { reason: reason.trim() }
    decision.mutate({ verb: 'approve', input: { digest: approval.digest, ...said } })
  }
  return (
    <>
      {isWholeSeen && (
        <ApproveFields
          approval={approval}
          typedName={typedName}
          onTypedName={setTypedName}
          reason={reason}
          onReason={setReason}
        />
      )}
      {!isWholeSeen && (
        <p className="flex items-center gap-2 text-muted text-sm">
          <EyeOff aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          {t('actions.seeAll')}
        </p>
      )}
      <div className="flex gap-2">
        <Button
          ref={approveButton}
          variant="primary"
          size="lg"
          aria-keyshortcuts="a"
          busy={decision.isPending}
          disabled={!mayApprove(approval, { typedName, reason, isWholeSeen })}
          onClick={approve}
          className="max-md:flex-1"
        >
          {t('actions.approve')}
        </Button>
        <Button
          variant="danger"
          size="lg"
          aria-keyshortcuts="r"
          disabled={decision.isPending}
          onClick={() => onPanel('reject')}
        >
          {t('actions.reject')}
        </Button>
        <Button
          size="lg"
          aria-keyshortcuts="d"
          disabled={decision.isPending}
          onClick={() => onPanel('defer')}
        >
          {t('actions.defer')}
        </Button>
      </div>
    </>
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

function CancelButton({
  approval,
  decision,
}: {
  approval: Approval
  decision: ReturnType<typeof useDecision>
}) {
  const { t } = useTranslation('safeguard')
  const cancel = () => decision.mutate({ verb: 'cancel', input: { digest: approval.digest } })
  return (
    <div>
      <Button size="lg" busy={decision.isPending} onClick={cancel}>
        {t('actions.cancel')}
      </Button>
    </div>
  )
}
