import { hasAccreditation, type StandingGrant } from '@hub/contracts'
import { KeyRound, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useMe } from '../../../lib/session.ts'
import { Button } from '../../../ui/button.tsx'
import { cn } from '../../../ui/class-names.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { type GrantGroup, grantGroups, groupOf, shownGroup } from '../group-grants.ts'
import { GrantRow } from './grant-row.tsx'

interface GrantListProps {
  items: StandingGrant[]
  openId: string | undefined
  /** One grant is open beside the list. */
  isBeside: boolean
}

/** Grants of one group, with what a grant is and the way to ask for one. */
export function GrantList({ items, openId, isBeside }: GrantListProps) {
  const { t } = useTranslation('grants')
  const { user } = useMe()
  const [params, setParams] = useSearchParams()
  const group = shownGroup(items, { chosen: params.get('state'), openId })
  const shown = items.filter((grant) => groupOf(grant) === group)
  const count = (of: GrantGroup) => items.filter((grant) => groupOf(grant) === of).length
  return (
    <section
      aria-labelledby="grants-title"
      className={cn('scroll-pane min-w-0', isBeside ? 'w-[400px] shrink-0 border-r' : 'w-full max-w-[860px]')}
    >
      <div className="flex flex-col gap-3 p-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id="grants-title" className="font-semibold text-md">
            {t('title')}
          </h2>
          {hasAccreditation(user.accreditation, 'N2') && (
            <Button asChild variant="primary" className="max-md:h-11">
              <Link to="/safeguard/grants/new">
                <Plus aria-hidden />
                {t('ask.open')}
              </Link>
            </Button>
          )}
        </div>
        <p className="max-w-[70ch] text-muted text-sm">{t('what')}</p>
        <Segmented<GrantGroup>
          label={t('groups.label')}
          value={group}
          onChange={(state) => setParams({ state }, { replace: true })}
          options={grantGroups.map((value) => ({
            value,
            label: (
              <>
                {t(`groups.${value}`)} <span className="text-faint tabular">{count(value)}</span>
              </>
            ),
          }))}
          className="max-md:flex max-sm:flex-wrap md:self-start"
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={KeyRound} title={t(`empty.${group}`)} className="px-4 pt-2">
          {t('emptyHelp')}
        </EmptyState>
      ) : (
        <ul className="border-t max-md:mx-4">
          {shown.map((grant) => (
            <GrantRow key={grant.grantId} grant={grant} isOpen={grant.grantId === openId} />
          ))}
        </ul>
      )}
    </section>
  )
}
