import { Skeleton } from '../../../ui/skeleton.tsx'

const rows = ['a', 'b', 'c', 'd']

/** The shape of the queue while it is read. */
export function QueueSkeleton() {
  return (
    <div aria-busy="true">
      {rows.map((row) => (
        <div key={row} className="flex flex-col gap-2 border-b px-4 py-3">
          <Skeleton className="w-4/5" />
          <Skeleton className="h-3 w-1/2" />
          <Skeleton className="h-3 w-2/3" />
        </div>
      ))}
    </div>
  )
}
