import { EyeOff, ListChecks } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '../../lib/use-hotkeys.ts'
import { Button } from '../../ui/button.tsx'
import type { Missing } from './approve-guard.ts'
import { useMissingWords } from './use-missing-words.ts'
import type { PreviewSeen } from './use-preview-seen.ts'

interface DecideButtonsProps {
  preview: PreviewSeen
  /** What a yes asks for beside the preview: Approve then opens a panel. */
  asked: Missing[]
  isBusy: boolean
  onApprove: () => void
  onReject: () => void
  onDefer: () => void
  /** Something else at the end of the row. */
  children?: ReactNode
}

/** The three buttons. Approve works once the whole preview was on the screen. */
export function DecideButtons(props: DecideButtonsProps) {
  const { preview, isBusy } = props
  const { t } = useTranslation('approvals')
  const approveButton = useRef<HTMLButtonElement>(null)
  useHotkeys({ a: () => approveButton.current?.focus() })
  const other = { size: 'lg', disabled: isBusy } as const
  return (
    <>
      <BeforeYes preview={preview} asked={props.asked} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          ref={approveButton}
          variant="primary"
          size="lg"
          aria-keyshortcuts="a"
          busy={isBusy}
          disabled={!preview.isSeen}
          onClick={props.onApprove}
          className="max-md:flex-1"
        >
          {t('actions.approve')}
        </Button>
        <Button {...other} variant="danger" aria-keyshortcuts="r" onClick={props.onReject}>
          {t('actions.reject')}
        </Button>
        <Button {...other} aria-keyshortcuts="d" onClick={props.onDefer}>
          {t('actions.defer')}
        </Button>
        {props.children}
      </div>
    </>
  )
}

/** Why Approve does not work yet, or what it will ask for. */
function BeforeYes({ preview, asked }: Pick<DecideButtonsProps, 'preview' | 'asked'>) {
  const { t } = useTranslation('approvals')
  const words = useMissingWords(asked)
  if (preview.isSeen && asked.length === 0) return null
  const Icon = preview.isSeen ? ListChecks : EyeOff
  return (
    <p role="status" className="flex items-center gap-2 text-muted text-sm">
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {preview.isSeen && t('actions.willAsk', { what: words })}
      {!preview.isSeen && !preview.retry && t(preview.isTelling ? 'actions.tellingSeen' : 'actions.seeAll')}
      {!preview.isSeen && preview.retry && (
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
