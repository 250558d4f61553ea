import type { Approval } from '@hub/contracts'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useToDecide } from './use-to-decide.ts'

/** Calls `onArrival` once for each request to decide that arrives; what was there when it loaded is not new. */
export function useArrivals(isLoaded: boolean, onArrival: (arrived: Approval[]) => void): void {
  const approvals = useToDecide()
  const known = useRef<Set<string>>(undefined)
  const tell = useEffectEvent(onArrival)
  useEffect(() => {
    if (!isLoaded) return
    const before = known.current
    known.current = new Set([...(before ?? []), ...approvals.map(({ approvalId }) => approvalId)])
    const fresh = before ? approvals.filter(({ approvalId }) => !before.has(approvalId)) : []
    if (fresh.length > 0) tell(fresh)
  }, [approvals, isLoaded])
}
