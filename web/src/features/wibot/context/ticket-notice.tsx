import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { errorSentence } from '../../../lib/error-sentence.ts'
import { MessageNotice } from '../messages/message-notice.tsx'
import type { useAskedTicket } from './use-asked-ticket.ts'

/** How reading the ticket that a link named goes; nothing once the conversation is about it. */
export function TicketNotice({ read }: { read: ReturnType<typeof useAskedTicket> }) {
  const { t } = useTranslation('wibot')
  const { t: tUi } = useTranslation('ui')
  const text = useText()
  const { variables: number, data, error, isPending } = read
  if (number === undefined || data?.isFound) return null
  const why = error ? errorSentence(error, tUi) : data?.problem ? text(data.problem) : ''
  const notFound = why === '' ? t('context.noTicket', { number }) : t('context.ticketFailed', { number, why })
  return (
    <div role="status" className="mx-auto w-full max-w-[760px] px-4 pt-3">
      <MessageNotice tone={isPending ? 'info' : 'warning'}>
        {isPending ? t('context.readingTicket', { number }) : notFound}
      </MessageNotice>
    </div>
  )
}
