import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** Leads to another request. */
export function RequestLink({ approvalId }: { approvalId: string }) {
  const { t } = useTranslation('safeguard')
  return (
    <Link
      to={`/safeguard/${approvalId}`}
      className="rounded-control text-accent-ink underline underline-offset-2"
    >
      {t('related.request', { id: approvalId })}
    </Link>
  )
}
