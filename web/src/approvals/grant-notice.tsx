import { BadgeCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** That a standing grant said yes, and which; nothing where people decide. */
export function GrantNotice({ grantId }: { grantId: string | null }) {
  const { t } = useTranslation('approvals')
  if (grantId === null) return null
  return (
    <p className="flex items-start gap-2 rounded-card bg-info-soft px-3 py-2 text-info text-sm">
      <BadgeCheck aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
      <span>
        {t('byGrant')}{' '}
        <Link to={`/safeguard/grants/${grantId}`} className="underline underline-offset-2">
          {grantId}
        </Link>
      </span>
    </p>
  )
}
