import type { Approval } from '@hub/contracts'
import { Siren } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ApproveDraft, NameField } from '../../../approvals/decide/approve-fields.tsx'
import { isNamed } from '../../../approvals/decide/approve-guard.ts'
import { emptyStepUp, stepUpOf } from '../../../approvals/decide/step-up.ts'
import { StepUpField } from '../../../approvals/decide/step-up-field.tsx'
import { DecisionError } from '../../../approvals/decision-error.tsx'
import { approvalsGiven } from '../../../approvals/quorum-dots.tsx'
import { useDecision } from '../../../approvals/use-decision.ts'
import { useText } from '../../../i18n/use-locale.ts'
import { useMe } from '../../../lib/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogClose, DialogContent } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'

const shortestReason = 20

/** The way to break-glass: a quiet red button that opens a deliberate dialog. */
export function BreakGlass({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const [isShown, setShown] = useState(false)
  if (!approval.you.canBreakGlass) return null
  return (
    <>
      <Button
        variant="ghost"
        size="lg"
        onClick={() => setShown(true)}
        className="self-start text-danger max-md:-ml-4 max-md:w-auto md:ml-auto"
      >
        <Siren aria-hidden strokeWidth={1.75} />
        {t('breakGlass.open')}
      </Button>
      <Dialog open={isShown} onOpenChange={setShown}>
        <DialogContent title={t('breakGlass.title')} className="border-danger">
          <BreakGlassForm approval={approval} onDone={() => setShown(false)} />
        </DialogContent>
      </Dialog>
    </>
  )
}

function BreakGlassForm({ approval, onDone }: { approval: Approval; onDone: () => void }) {
  const { t } = useTranslation('safeguard')
  const { stepUp: way } = useMe()
  const decision = useDecision(approval.approvalId)
  const [draft, setDraft] = useState<ApproveDraft>({ typedName: '', reason: '', proof: emptyStepUp })
  const stepUp = stepUpOf(way, draft.proof)
  const reason = draft.reason.trim()
  const isReady =
    stepUp !== undefined && reason.length >= shortestReason && isNamed(approval, draft.typedName)
  const send = () => {
    if (!isReady || decision.isPending) return
    const input = { digest: approval.digest, reason, stepUp }
    decision.mutate({ verb: 'break-glass', input }, { onSuccess: onDone })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      className="scroll-pane flex min-h-0 flex-col gap-4 p-4"
    >
      <Consequences approval={approval} />
      <Field
        label={t('breakGlass.reason')}
        hint={t('breakGlass.reasonHint', { count: Math.max(0, shortestReason - reason.length) })}
      >
        <Textarea
          rows={3}
          value={draft.reason}
          maxLength={1000}
          onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
        />
      </Field>
      {approval.securityLevel === 'L4' && <NameField approval={approval} draft={draft} onDraft={setDraft} />}
      <StepUpField
        draft={draft.proof}
        onDraft={(proof) => setDraft({ ...draft, proof })}
        error={decision.error}
      />
      <DecisionError error={decision.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          size="lg"
          disabled={!isReady}
          busy={decision.isPending}
          className="border-transparent bg-danger text-canvas hover:bg-danger hover:opacity-90 max-md:flex-1"
        >
          {t('breakGlass.submit')}
        </Button>
        <DialogClose asChild>
          <Button variant="ghost" size="lg">
            {t('breakGlass.back')}
          </Button>
        </DialogClose>
      </div>
    </form>
  )
}

/** What will happen, line by line, before anything is pressed. */
function Consequences({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const text = useText()
  const missing = approval.requiredApprovals - approvalsGiven(approval)
  return (
    <div className="flex flex-col gap-2 rounded-card bg-danger-soft p-3 text-danger text-sm">
      <p className="font-semibold">{text(approval.sentence)}</p>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-ink">
        <li>{t('breakGlass.now', { count: missing })}</li>
        <li>{t('breakGlass.told')}</li>
        <li>{t('breakGlass.reviewed')}</li>
      </ul>
    </div>
  )
}
