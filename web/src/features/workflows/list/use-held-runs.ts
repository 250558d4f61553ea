import type { WorkflowRunSummary } from '@hub/contracts'
import { useEffect, useState } from 'react'

const awayPx = 120

const paneOfPage = () => document.getElementById('content')

/**
 * Rows that come while the reader has scrolled down are held back, so that nothing moves under the pointer.
 * @returns what to show, how many are held, and how to show them
 */
export function useHeldRuns(runs: WorkflowRunSummary[]) {
  const [isAway, setAway] = useState(false)
  const newest = runs[0]?.id
  const [top, setTop] = useState(newest)
  useEffect(() => {
    const pane = paneOfPage()
    const look = () => setAway((pane?.scrollTop ?? 0) > awayPx)
    pane?.addEventListener('scroll', look, { passive: true })
    return () => pane?.removeEventListener('scroll', look)
  }, [])
  const index = runs.findIndex(({ id }) => id === top)
  if (newest !== top && (!isAway || index === -1)) setTop(newest)
  const held = isAway && index > 0 ? index : 0
  return {
    shown: runs.slice(held),
    held,
    show: () => {
      setTop(newest)
      paneOfPage()?.scrollTo({ top: 0 })
    },
  }
}
