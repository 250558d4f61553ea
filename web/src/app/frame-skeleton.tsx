import { useTranslation } from 'react-i18next'
import { Skeleton } from '../ui/skeleton.tsx'

/** The shape of the frame while the session is read. */
export function FrameSkeleton() {
  const { t } = useTranslation('ui')
  return (
    <main aria-busy="true" aria-label={t('loading')} className="flex h-dvh">
      <div className="hidden w-[220px] flex-col gap-3 border-r bg-sunken p-3 md:flex">
        <Skeleton className="h-7 w-24" />
        <Skeleton className="mt-3" />
        <Skeleton />
        <Skeleton />
      </div>
      <div className="flex flex-1 flex-col gap-4 p-4">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="h-28 w-full max-w-3xl" />
      </div>
    </main>
  )
}
