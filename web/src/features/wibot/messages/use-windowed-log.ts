import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useKeptRows } from './use-kept-rows.ts'

const nearPx = 48
const nearRows = 5

export interface WindowedLogOptions {
  /** Names of the rows, oldest first. */
  keys: readonly string[]
  /** Height of a row before it is measured, in pixels. */
  estimate: (index: number) => number
  /** Changes whenever the reader sends something: that is always shown. */
  sent: string | undefined
  /** Changes whenever something is added at the bottom. */
  newest: string
  /** The reader is at the bottom. */
  onBottom: () => void
  /** The reader is near the oldest row, again after each change of `keys`. */
  onTop: () => void
}

/**
 * A log of which only the rows near the screen exist. It begins at its bottom and stays there while the reader does;
 * what comes in above or grows never moves the line that is being read.
 */
export function useWindowedLog({ keys, estimate, sent, newest, onBottom, onTop }: WindowedLogOptions) {
  const pane = useRef<HTMLElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const rangeExtractor = useKeptRows(list, keys)
  const rows = useVirtualizer({
    count: keys.length,
    getScrollElement: () => pane.current,
    estimateSize: estimate,
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor,
    overscan: 4,
    gap: 24,
    paddingStart: 64,
    paddingEnd: 24,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: nearPx,
  })
  const isStuck = useRef(true)
  const [isAway, setIsAway] = useState(false)
  const [hasNewBelow, setHasNewBelow] = useState(false)
  const toBottom = useCallback(() => rows.scrollToEnd(), [rows])
  // Written to the pane itself: a target kept by the list would be reached again after each page that comes in above.
  const toTop = useCallback(() => pane.current?.scrollTo({ top: 0 }), [])
  const onScroll = useCallback(() => {
    const { current } = pane
    if (!current) return
    const left = current.scrollHeight - current.scrollTop - current.clientHeight
    isStuck.current = left < nearPx
    setIsAway(left > current.clientHeight / 2)
    if (!isStuck.current) return
    setHasNewBelow(false)
    onBottom()
  }, [onBottom])
  useLayoutEffect(toBottom, [toBottom])
  useLayoutEffect(() => {
    if (sent !== undefined) toBottom()
  }, [sent, toBottom])
  const noteNewest = useEffectEvent(() => {
    if (!isStuck.current) setHasNewBelow(true)
  })
  useEffect(() => {
    if (newest !== '') noteNewest()
  }, [newest])
  const reachTop = useEffectEvent(onTop)
  // Not while the log is still on its way to its bottom, where it begins.
  const isNearTop = isAway && (rows.range?.startIndex ?? nearRows) < nearRows
  useEffect(() => {
    if (isNearTop && keys.length > 0) reachTop()
  }, [isNearTop, keys])
  useFollowPane(pane, () => isStuck.current && toBottom())
  return { pane, list, rows, onScroll, toBottom, toTop, isAway, hasNewBelow }
}

/** The pane itself grows and shrinks with the composer and the keyboard of a phone. */
function useFollowPane(pane: { current: HTMLElement | null }, follow: () => void): void {
  const onResize = useEffectEvent(follow)
  useEffect(() => {
    const observer = new ResizeObserver(() => onResize())
    if (pane.current) observer.observe(pane.current)
    return () => observer.disconnect()
  }, [pane])
}
