import type { ChatMessage } from '@hub/contracts'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** What an answer rests on, in one line; an answer that rests on nothing says so. */
export function AnswerBasis({ message }: { message: ChatMessage }) {
  const { t } = useTranslation('wibot')
  const reads = message.toolCalls.filter(({ status }) => status === 'ok').length
  const documents = new Set(message.sources.map(({ documentId }) => documentId)).size
  const isCode = message.mode === 'code'
  if (reads === 0 && documents === 0 && (isCode || message.toolCalls.length > 0)) return null
  if (reads === 0 && documents === 0)
    return (
      <p className="flex items-center gap-1.5 text-muted text-xs">
        <TriangleAlert aria-hidden className="size-3.5 shrink-0 text-warning" strokeWidth={2} />
        {t('answer.noBasis')}
      </p>
    )
  const read = t('answer.observations', { count: reads })
  const found = t('answer.documents', { count: documents })
  const both = t('answer.and', { first: read, last: found })
  const basis = reads > 0 && documents > 0 ? both : reads > 0 ? read : found
  return <p className="text-muted text-xs">{t('answer.basis', { basis })}</p>
}
