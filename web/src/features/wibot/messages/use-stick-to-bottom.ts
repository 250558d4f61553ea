import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

const nearPx = 48

export interface StickOptions {
  /** What is shown; another place starts at its bottom again. */
  place: string
  /** Changes whenever the reader sends something: that is always shown. */
  sent: string | undefined
  /** Changes whenever something is added at the bottom. */
  newest: string
  /** Changes whenever something is added at the top. */
  oldest: string | undefined
}

/**
 * Keeps a scrolling pane at its bottom while the reader is there, and never moves it otherwise.
 * `container` is the pane, `content` what grows in it; `hasNewBelow` when something came out of sight.
 */
export function useStickToBottom({ place, sent, newest, oldest }: StickOptions) {
  const container = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const isStuck = useRef(true)
  const height = useRef(0)
  const top = useRef(0)
  const seen = useRef<StickOptions | null>(null)
  const [isAway, setIsAway] = useState(false)
  const [hasNewBelow, setHasNewBelow] = useState(false)

  const toBottom = useCallback(() => {
    isStuck.current = true
    setIsAway(false)
    setHasNewBelow(false)
    if (container.current) container.current.scrollTop = container.current.scrollHeight
  }, [])

  const onScroll = useCallback(() => {
    const pane = container.current
    if (!pane) return
    const left = pane.scrollHeight - pane.scrollTop - pane.clientHeight
    // Content that grows fires this too: only a move upwards means that the reader left the bottom.
    const isUpwards = pane.scrollTop < top.current
    top.current = pane.scrollTop
    if (left < nearPx) isStuck.current = true
    else if (isUpwards) isStuck.current = false
    setIsAway(!isStuck.current && left > pane.clientHeight / 2)
    if (isStuck.current) setHasNewBelow(false)
  }, [])

  useLayoutEffect(() => {
    const was = seen.current
    seen.current = { place, sent, newest, oldest }
    const pane = container.current
    if (!pane) return
    if (was?.place !== place || (sent !== undefined && was.sent !== sent)) return toBottom()
    // At the very top the browser does not anchor: what came in above would push the reader's line away.
    if (was.oldest !== oldest && pane.scrollTop === 0 && !isStuck.current)
      pane.scrollTop = pane.scrollHeight - height.current
    height.current = pane.scrollHeight
    if (was.newest !== newest && !isStuck.current) setHasNewBelow(true)
  }, [place, sent, newest, oldest, toBottom])

  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const pane = container.current
      if (!pane) return
      if (isStuck.current) pane.scrollTop = pane.scrollHeight
      height.current = pane.scrollHeight
    })
    for (const element of [container.current, content.current]) if (element) observer.observe(element)
    return () => observer.disconnect()
  }, [])

  return { container, content, onScroll, toBottom, isAway, hasNewBelow }
}
