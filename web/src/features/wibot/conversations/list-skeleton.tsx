import { Skeleton } from '../../../ui/skeleton.tsx'

/** The shape of a list of conversations that is being read. */
export function ListSkeleton() {
  return (
    <div className="flex flex-1 flex-col gap-4 px-4 pt-2">
      {['w-3/4', 'w-1/2', 'w-5/6', 'w-2/3', 'w-3/5'].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  )
}
