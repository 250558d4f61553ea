import type { Approval } from '@hub/contracts'
import { EyeOff, ListChecks } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import { useMe } from '../../lib/session.ts'
import { useHotkeys } from '../../lib/use-hotkeys.ts'
import { Button } from '../../ui/button.tsx'
import type { DecisionSender } from '../use-decision.ts'
import { type ApproveDraft, ApproveFields } from './approve-fields.tsx'
import { type Missing, missingForYes } from './approve-guard.ts'
import { stepUpOf } from './step-up.ts'
import type { PreviewSeen } from './use-preview-seen.ts'

interface ApproveFormProps {
  approval: Approval
  decision: DecisionSender
  preview: PreviewSeen
  onBehalf: { onBehalfOf?: string }
  draft: ApproveDraft
  onDraft: (draft: ApproveDraft) => void
  onPanel: (panel: 'reject' | 'defer') => void
}

/** The three buttons, and above them what a yes still asks for. */
export function ApproveForm(props: ApproveFormProps) {
  const { approval, decision, preview, draft, onPanel } = props
  const { t } = useTranslation('approvals')
  const { stepUp: way } = useMe()
  const approveButton = useRef<HTMLButtonElement>(null)
  useHotkeys({ a: () => approveButton.current?.focus() })
  const proof = approval.stepUpRequired ? stepUpOf(way, draft.proof) : undefined
  const missing = missingForYes(approval, { ...draft, proof, isSeen: preview.isSeen })
  const approve = () => {
    if (missing.length > 0 || decision.isPending) return
    const said = draft.reason.trim() === '' ? {} : { reason: draft.reason.trim() }
    const proved = proof ? { stepUp: proof } : {}
    decision.mutate({
      verb: 'approve',
      input: { digest: approval.digest, ...said, ...proved, ...props.onBehalf },
    })
  }
  const other = { size: 'lg', disabled: decision.isPending } as const
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        approve()
      }}
      className="flex flex-col gap-3"
    >
      {preview.isSeen && (
        <ApproveFields approval={approval} draft={draft} onDraft={props.onDraft} error={decision.error} />
      )}
      <WhatIsMissing missing={missing} preview={preview} />
      <div className="flex gap-2">
        <Button
          ref={approveButton}
          type="submit"
          variant="primary"
          size="lg"
          aria-keyshortcuts="a"
          busy={decision.isPending}
          disabled={missing.length > 0}
          className="max-md:flex-1"
        >
          {t('actions.approve')}
        </Button>
        <Button {...other} variant="danger" aria-keyshortcuts="r" onClick={() => onPanel('reject')}>
          {t('actions.reject')}
        </Button>
        <Button {...other} aria-keyshortcuts="d" onClick={() => onPanel('defer')}>
          {t('actions.defer')}
        </Button>
      </div>
    </form>
  )
}

/** Why Approve does not work yet: first the preview, then the fields that are not filled in. */
function WhatIsMissing({ missing, preview }: { missing: Missing[]; preview: PreviewSeen }) {
  const { t } = useTranslation('approvals')
  const locale = useLocale()
  if (missing.length === 0) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const isUnseen = missing.includes('preview')
  const Icon = isUnseen ? EyeOff : ListChecks
  return (
    <p role="status" className="flex items-center gap-2 text-muted text-sm">
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {!isUnseen && t('actions.missing', { what: list.format(missing.map((one) => t(`missing.${one}`))) })}
      {isUnseen && !preview.retry && t(preview.isTelling ? 'actions.tellingSeen' : 'actions.seeAll')}
      {isUnseen && preview.retry && (
        <>
          {t('actions.seenFailed')}
          <Button size="sm" onClick={preview.retry}>
            {t('actions.seenRetry')}
          </Button>
        </>
      )}
    </p>
  )
}
