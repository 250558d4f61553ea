import { hasAccreditation } from '@hub/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMe } from '../../lib/session.ts'
import { useMedia } from '../../lib/use-media.ts'
import { Loaded } from '../../page/loaded.tsx'
import { NoRight } from '../../page/no-right.tsx'
import { SafeguardBar } from '../../page/safeguard-views.tsx'
import { grantsQuery } from './api/grants.ts'
import { GrantDetail } from './detail/grant-detail.tsx'
import { NoSuchGrant } from './detail/no-such-grant.tsx'
import { GrantList } from './list/grant-list.tsx'

/** Yeses given in advance: what is in force, what waits, what is over, and one of them in full. */
export function GrantsPage() {
  const { user } = useMe()
  return (
    <>
      <SafeguardBar view="grants" />
      {hasAccreditation(user.accreditation, 'N1') ? <GrantsView /> : <NoRight needed="N1" />}
    </>
  )
}

function GrantsView() {
  const { t } = useTranslation('grants')
  const { grantId } = useParams()
  const query = useQuery(grantsQuery)
  const isWide = useMedia('(min-width: 1024px)')
  return (
    <div className="flex h-full min-h-0">
      <Loaded query={query} failed={t('failed')}>
        {({ items }) => {
          const open = items.find((grant) => grant.grantId === grantId)
          return (
            <>
              {(isWide || grantId === undefined) && (
                <GrantList items={items} openId={grantId} isBeside={isWide && grantId !== undefined} />
              )}
              {grantId !== undefined && (
                <div className="scroll-pane min-w-0 flex-1 bg-surface">
                  {open ? <GrantDetail key={grantId} grant={open} /> : <NoSuchGrant grantId={grantId} />}
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
