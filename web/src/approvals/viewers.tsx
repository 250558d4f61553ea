import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/use-locale.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Tooltip } from '../ui/tooltip.tsx'

const shown = 3

/** Who else has the request open now; nothing when nobody does. */
export function Viewers({ viewers }: Pick<Approval, 'viewers'>) {
  const { t } = useTranslation('approvals')
  const locale = useLocale()
  const [only] = viewers
  if (!only) return null
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    viewers.map(({ displayName }) => displayName),
  )
  return (
    <Tooltip content={names}>
      <span className="flex items-center gap-1.5 text-muted text-xs">
        <span className="-space-x-1.5 flex">
          {viewers.slice(0, shown).map(({ userId, displayName }) => (
            <Avatar key={userId} name={displayName} className="size-5 ring-2 ring-surface" />
          ))}
        </span>
        <span>
          {viewers.length === 1
            ? t('viewers.one', { name: only.displayName })
            : t('viewers.more', { count: viewers.length })}
        </span>
        {viewers.length > 1 && <span className="sr-only">{names}</span>}
      </span>
    </Tooltip>
  )
}
