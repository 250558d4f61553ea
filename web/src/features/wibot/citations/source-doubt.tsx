import type { Source } from '@hub/contracts'
import { TriangleAlert } from 'lucide-react'
import { useDoubt } from './use-doubt.ts'

/** That a cited passage was reported, or that its document no longer holds; nothing when all is well. */
export function SourceDoubt({ source }: { source: Pick<Source, 'mark' | 'validUntil'> }) {
  const doubt = useDoubt()(source)
  if (doubt === null) return null
  return (
    <span className="flex items-center gap-1 text-warning text-xs">
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      {doubt}
    </span>
  )
}
