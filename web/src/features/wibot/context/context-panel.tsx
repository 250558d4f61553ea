import type { ContextMoment, ConversationBinding } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { RotateCw, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { errorRequestId, errorSentence } from '../../../lib/error-sentence.ts'
import { formatClock } from '../../../lib/time.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { momentQuery } from '../api/context.ts'
import { bindingIcon } from './binding-words.ts'
import { ContextPart } from './context-part.tsx'

export interface ContextPanelProps {
  binding: ConversationBinding
  /** Writes a question in the composer. */
  onAsk: (question: string) => void
  /** Closes the panel; left out where the frame around it has the title and the cross. */
  onClose?: () => void
}

/** What is known now of the ticket, client or device that the conversation is about. */
export function ContextPanel({ binding, onAsk, onClose }: ContextPanelProps) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const { data, error, refetch, isFetching } = useQuery(momentQuery(binding))
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PanelHead binding={binding} {...(onClose ? { onClose } : {})} />
      <div aria-busy={isFetching} className="scroll-pane flex min-h-0 flex-1 flex-col gap-5 p-4">
        {data?.parts.map((part) => (
          <ContextPart key={part.topic} part={part} binding={binding} onAsk={onAsk} />
        ))}
        {!data && !error && <PanelSkeleton />}
        {error && (
          <ErrorState
            className="p-0"
            title={t('context.unread')}
            message={errorSentence(error, tUi)}
            requestId={errorRequestId(error)}
            onRetry={() => void refetch()}
          />
        )}
        {data && <ReadAt at={data.at} isFetching={isFetching} onRead={() => void refetch()} />}
      </div>
    </div>
  )
}

function PanelHead({ binding, onClose }: Pick<ContextPanelProps, 'binding' | 'onClose'>) {
  const { t } = useTranslation('wibot')
  const { kind, id, label, clientName } = binding
  const Icon = bindingIcon[kind]
  const what = kind === 'ticket' ? `${t('context.kind.ticket')} ${id}` : t(`context.kind.${kind}`)
  return (
    <header className="flex items-start gap-2 border-b py-3 pr-2 pl-4">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="tabular flex items-center gap-1.5 text-muted text-xs">
          <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
          {what}
        </p>
        {onClose && <h2 className="break-words font-semibold text-base">{label}</h2>}
        {clientName && clientName !== label && <p className="text-muted text-sm">{clientName}</p>}
      </div>
      {onClose && <IconButton icon={X} label={t('context.close')} onClick={onClose} />}
    </header>
  )
}

interface ReadAtProps {
  at: ContextMoment['at']
  isFetching: boolean
  onRead: () => void
}

function ReadAt({ at, isFetching, onRead }: ReadAtProps) {
  const { t } = useTranslation('wibot')
  const locale = useLocale()
  return (
    <p className="tabular flex items-center gap-1 text-muted text-xs">
      {t('context.readAt', { time: formatClock(new Date(at), locale) })}
      <IconButton icon={RotateCw} label={t('context.readAgain')} disabled={isFetching} onClick={onRead} />
    </p>
  )
}

function PanelSkeleton() {
  return (
    <div className="flex flex-col gap-3">
      <Skeleton className="w-1/3" />
      <Skeleton className="h-24" />
      <Skeleton className="w-1/2" />
      <Skeleton className="h-16" />
    </div>
  )
}
