import { useTranslation } from 'react-i18next'
import { Skeleton } from '../../../ui/skeleton.tsx'

/** The shape of a conversation that is being read: a question, its answer. */
export function LogSkeleton() {
  const { t } = useTranslation('ui')
  return (
    <div className="min-h-0 flex-1">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <div className="mx-auto flex max-w-[760px] flex-col gap-6 px-4 py-6">
        <Skeleton className="h-10 w-2/5 self-end" />
        <div className="flex flex-col gap-2">
          <Skeleton className="w-24" />
          <Skeleton className="h-11" />
          <Skeleton className="w-full" />
          <Skeleton className="w-5/6" />
          <Skeleton className="w-2/3" />
        </div>
      </div>
    </div>
  )
}
