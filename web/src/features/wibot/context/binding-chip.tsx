import type { ConversationBinding } from '@hub/contracts'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { bindingIcon, bindingName } from './binding-words.ts'

interface BindingChipProps {
  binding: ConversationBinding | null
  /** Why the last change was refused. */
  error: Error | null
  onRemove: () => void
}

/** What the conversation is about, in the composer. */
export function BindingChip({ binding, error, onRemove }: BindingChipProps) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  if (!binding && !error) return null
  return (
    <div className="col-span-2 flex min-w-0 flex-wrap items-center gap-2 px-2 pt-2">
      {binding && <Chip binding={binding} onRemove={onRemove} />}
      {error && (
        <span role="alert" className="text-danger text-xs">
          {t('context.notBound', { why: errorSentence(error, tUi) })}
        </span>
      )}
    </div>
  )
}

function Chip({ binding, onRemove }: { binding: ConversationBinding; onRemove: () => void }) {
  const { t } = useTranslation('wibot')
  const Icon = bindingIcon[binding.kind]
  const name = bindingName(binding)
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1.5 rounded-full border border-accent/40 bg-accent-soft pl-2.5 text-accent-ink text-sm">
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      <span className="sr-only">{t(`context.kind.${binding.kind}`)} </span>
      <span className="min-w-0 truncate py-1">{name}</span>
      <IconButton
        icon={X}
        label={t('context.remove', { name })}
        onClick={onRemove}
        className="size-7 rounded-full text-accent-ink"
      />
    </span>
  )
}
