import type { StandingGrant } from '@hub/contracts'
import { useTranslation } from 'react-i18next'

/** How often a grant answered, out of how often it may. */
export function UsesMeter({ grant }: { grant: StandingGrant }) {
  const { t } = useTranslation('grants')
  const words = t('uses', { uses: grant.uses, count: grant.maxUses })
  return (
    <div className="flex max-w-sm flex-col gap-1">
      <span className="font-medium text-sm tabular">{words}</span>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-off-soft">
        <div
          className="h-full rounded-full bg-safeguard"
          style={{ width: `${(grant.uses / grant.maxUses) * 100}%` }}
        />
      </div>
    </div>
  )
}
