import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { MessageNotice } from './message-notice.tsx'
import type { TimelineEntry } from './timeline.ts'

const limits = ['time_limit', 'length', 'round_limit', 'token_limit'] as const
const isLimit = (reason: string | null | undefined): reason is (typeof limits)[number] =>
  limits.some((limit) => limit === reason)

/** Why an answer is not whole, or is not coming at this moment; nothing when all is well. */
export function AnswerEnding({ message, live }: Pick<TimelineEntry, 'message' | 'live'>) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  if (live?.phase === 'reconnecting')
    return <MessageNotice tone="warning">{t('answer.reconnecting')}</MessageNotice>
  if (live?.phase === 'failed')
    return (
      <MessageNotice tone="danger">
        {t('answer.lost')} {errorSentence(live.failure, tUi)}
      </MessageNotice>
    )
  if (live?.failure)
    return (
      <MessageNotice tone="warning">
        {t('answer.stopFailed', { why: errorSentence(live.failure, tUi) })}
      </MessageNotice>
    )
  const reason = live?.answer.finishReason ?? message.finishReason
  if (isLimit(reason))
    return (
      <MessageNotice tone={reason === 'length' ? 'info' : 'warning'}>{t(`answer.${reason}`)}</MessageNotice>
    )
  if (message.status === 'failed')
    return <MessageNotice tone="danger">{message.error?.message ?? t('answer.failed')}</MessageNotice>
  if (message.status === 'stopped') return <MessageNotice tone="info">{t('answer.stopped')}</MessageNotice>
  if (message.status === 'interrupted')
    return <MessageNotice tone="warning">{t('answer.interrupted')}</MessageNotice>
  return null
}
