import type { ContextChoices } from '@hub/contracts'
import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { cn } from '../../../ui/class-names.ts'
import { bindingIcon, bindingName } from './binding-words.ts'
import type { MentionPicker } from './use-mention.ts'

const optionId = (listId: string, index: number) => `${listId}-${index}`

/** What tells that the text has a list, and which of its options the keys are on. */
export function listProps(listId: string, { isOpen, items, active }: MentionPicker) {
  if (!isOpen) return {}
  const activeId = items.length > 0 ? { 'aria-activedescendant': optionId(listId, active) } : {}
  return { 'aria-autocomplete': 'list', 'aria-controls': listId, ...activeId } as const
}

/** Tickets, clients and devices to choose from, over the composer; the focus stays in the text. */
export function ContextPicker({ id, picker }: { id: string; picker: MentionPicker }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const text = useText()
  if (!picker.isOpen) return null
  const { items, missing, active, query, isWaiting, error } = picker
  const status =
    query === ''
      ? t('context.hint')
      : items.length > 0
        ? t('context.found', { count: items.length })
        : t(isWaiting ? 'context.searching' : 'context.none', { query })
  return (
    <div className="fade-in-0 absolute inset-x-0 bottom-full z-30 mb-1.5 flex max-h-[min(360px,44dvh)] animate-in flex-col rounded-card border bg-raised shadow-float duration-120">
      <p role="status" className="px-3 pt-2 pb-1 text-muted text-xs">
        {status}
      </p>
      <div
        id={id}
        role="listbox"
        // Pressing an option must not take the focus out of the text.
        onMouseDown={(event) => event.preventDefault()}
        tabIndex={-1}
        aria-label={t('context.title')}
        className="scroll-pane min-h-0 px-1 pb-1"
      >
        {items.map((item, index) => (
          <Choice
            key={`${item.binding.kind} ${item.binding.id}`}
            id={optionId(id, index)}
            item={item}
            isActive={index === active}
            onPick={() => picker.pick(item.binding)}
          />
        ))}
      </div>
      {missing.map(({ kind, problem }) => (
        <Missing key={kind}>
          {t('context.missing', { kind: t(`context.kinds.${kind}`), why: text(problem) })}
        </Missing>
      ))}
      {error && <Missing>{t('context.failed', { why: errorSentence(error, tUi) })}</Missing>}
    </div>
  )
}

function Missing({ children }: { children: string }) {
  return (
    <p className="flex items-start gap-2 border-t px-3 py-2 text-muted text-xs">
      <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-warning" strokeWidth={2} />
      {children}
    </p>
  )
}

interface ChoiceProps {
  id: string
  item: ContextChoices['items'][number]
  isActive: boolean
  onPick: () => void
}

function Choice({ id, item, isActive, onPick }: ChoiceProps) {
  const { t } = useTranslation('wibot')
  const element = useRef<HTMLDivElement>(null)
  const { binding, detail } = item
  const Icon = bindingIcon[binding.kind]
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The keys act in the text, by aria-activedescendant.
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isActive}
      onClick={onPick}
      onKeyDown={(event) => event.key === 'Enter' && onPick()}
      tabIndex={-1}
      className={cn(
        'flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-2 text-sm hover:bg-hover max-md:min-h-11',
        isActive && 'bg-accent-soft',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
      <span className="sr-only">{t(`context.kind.${binding.kind}`)} </span>
      <span className="min-w-0 truncate">{bindingName(binding)}</span>
      <span className="ml-auto min-w-0 max-w-[45%] shrink-0 truncate pl-2 text-muted text-xs">
        {binding.kind === 'ticket' ? binding.clientName : detail}
      </span>
    </div>
  )
}
