import type { Approval } from '@hub/contracts'
import { Bot } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { requesterName } from '../../../approvals/requester-name.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Moment } from '../../../ui/moment.tsx'
import { Section } from './section.tsx'

/** Who asked, when, and where. */
export function WhoSection({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const { t: tApprovals } = useTranslation('approvals')
  const { requestedBy, context } = approval
  const name = requesterName(requestedBy, tApprovals)
  return (
    <Section title={t('sections.who')}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {requestedBy.type === 'user' ? (
          <Avatar name={name} />
        ) : (
          <Bot aria-hidden className="size-5 text-muted" strokeWidth={1.75} />
        )}
        <span className="font-medium">{name}</span>
        {'accreditation' in requestedBy && <Badge tone="info">{requestedBy.accreditation}</Badge>}
        <Moment at={approval.createdAt} className="text-muted" />
        {context.conversationId && (
          <Link
            to={`/wibot/${context.conversationId}`}
            className="inline-flex items-center rounded-control text-accent-ink underline-offset-2 hover:underline max-md:min-h-11"
          >
            {t('who.openConversation')}
          </Link>
        )}
      </div>
    </Section>
  )
}
