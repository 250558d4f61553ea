import { hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../lib/session.ts'
import { PageBar } from '../../page/page-bar.tsx'
import { Attention } from './attention.tsx'
import { HealthRow } from './health-row.tsx'
import { ModuleTiles } from './module-tiles.tsx'
import { RecentConversations } from './recent-conversations.tsx'
import { TryFirst } from './try-first.tsx'

/** What needs the reader now, what the modules hold, and whether everything answers. */
export function HomePage() {
  const { t } = useTranslation('home')
  const { user, mode } = useMe()
  return (
    <>
      <PageBar title={t('title')} />
      <div className="flex max-w-[1240px] flex-col gap-6 p-4 md:p-6">
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
          <div className="flex min-w-0 flex-col gap-6">
            {hasAccreditation(user.accreditation, 'N1') && <Attention />}
            {mode === 'embedded' && <TryFirst />}
            <ModuleTiles />
            <RecentConversations />
          </div>
          <HealthRow />
        </div>
      </div>
    </>
  )
}
