import { hasAccreditation } from '@hub/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Outlet, useLocation } from 'react-router'
import { ArrivalAnnouncer } from '../approvals/arrival-announcer.tsx'
import { ArrivalNotifier } from '../approvals/notify/arrival-notifier.tsx'
import { pendingQuery } from '../approvals/queries.ts'
import { useToDecide } from '../approvals/use-to-decide.ts'
import { ApiError } from '../lib/api-error.ts'
import { errorRequestId, errorSentence } from '../lib/error-sentence.ts'
import { startLive } from '../lib/live.ts'
import { loginPath, meQuery } from '../lib/session.ts'
import { useFaviconBadge } from '../lib/use-favicon-badge.ts'
import { PageBarSlot } from '../page/page-bar.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { FrameSkeleton } from './frame-skeleton.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'

/** The signed-in application: rail, top bar and the page. Without a session it leads to the sign-in page. */
export function Frame() {
  const { t } = useTranslation('frame')
  const { t: tUi } = useTranslation('ui')
  const { data: me, error, refetch } = useQuery(meQuery)
  const place = useLocation()
  if (error instanceof ApiError && error.status === 401) {
    return <Navigate replace to={loginPath(place.pathname + place.search)} />
  }
  if (me) return <SignedInFrame isLive={hasAccreditation(me.user.accreditation, 'N1')} />
  if (!error) return <FrameSkeleton />
  return (
    <main className="p-4">
      <ErrorState
        title={t('sessionFailed')}
        message={errorSentence(error, tUi)}
        requestId={errorRequestId(error)}
        onRetry={() => void refetch()}
      />
    </main>
  )
}

function SignedInFrame({ isLive }: { isLive: boolean }) {
  const { t } = useTranslation('frame')
  const client = useQueryClient()
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const { isSuccess } = useQuery({ ...pendingQuery, enabled: isLive })
  useEffect(() => (isLive ? startLive(client) : undefined), [client, isLive])
  useFaviconBadge(useToDecide().length)
  return (
    <PageBarSlot value={slot}>
      <a
        href="#content"
        className="-translate-y-20 fixed top-2 left-2 z-50 rounded-control bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <ArrivalAnnouncer isLoaded={isSuccess} />
      <ArrivalNotifier isLoaded={isSuccess} />
      <div className="flex h-dvh flex-col md:flex-row">
        <Rail />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <TopBar onSlot={setSlot} />
          <main id="content" tabIndex={-1} className="scroll-pane min-h-0 flex-1 outline-none">
            <Outlet />
          </main>
        </div>
        <BottomBar />
      </div>
    </PageBarSlot>
  )
}
