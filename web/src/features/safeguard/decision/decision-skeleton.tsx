import { Skeleton } from '../../../ui/skeleton.tsx'

/** The shape of the decision pane while the request is read. */
export function DecisionSkeleton() {
  return (
    <div aria-busy="true" className="flex max-w-[760px] flex-col gap-4 p-4 md:px-6 md:py-5">
      <Skeleton className="w-40" />
      <Skeleton className="h-7 w-3/4" />
      <Skeleton className="mt-4 h-44" />
      <Skeleton className="w-1/2" />
      <Skeleton className="w-2/3" />
    </div>
  )
}
