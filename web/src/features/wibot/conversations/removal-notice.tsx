import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { Button } from '../../../ui/button.tsx'
import { type Removal, setRemoval, useRemoval } from './removals.ts'
import { useTakeBack } from './use-remove.ts'

const shownMs = 12_000

/** What just left the list, with the way back; it goes away by itself, never under the pointer or the focus. */
export function RemovalNotice() {
  const removal = useRemoval((state) => state.removal)
  return (
    <div role="status">
      {removal && <Notice key={`${removal.kind} ${removal.conversation.id}`} removal={removal} />}
    </div>
  )
}

function Notice({ removal }: { removal: Removal }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const [isHeld, setIsHeld] = useState(false)
  const back = useTakeBack()
  useEffect(() => {
    if (isHeld || back.isError) return
    const timer = setTimeout(() => setRemoval(null), shownMs)
    return () => clearTimeout(timer)
  }, [isHeld, back.isError])
  return (
    <fieldset
      aria-label={t('list.undo')}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="arrive mx-2 min-w-0 mb-2 flex flex-col gap-1 rounded-card border bg-raised py-1.5 pr-1.5 pl-3 text-sm"
    >
      <div className="flex items-center gap-2">
        <p className="line-clamp-2 min-w-0 flex-1">
          {t(`list.${removal.kind}`, { title: removal.conversation.title })}
        </p>
        <Button size="sm" busy={back.isPending} onClick={() => back.mutate(removal)} className="max-md:h-11">
          {t('list.undo')}
        </Button>
      </div>
      {back.error && (
        <p role="alert" className="text-danger text-xs">
          {t('list.changeFailed', { why: errorSentence(back.error, tUi) })}
        </p>
      )}
    </fieldset>
  )
}
