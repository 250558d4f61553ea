import { type RefObject, useEffect, useState } from 'react'

/**
 * Whether every part of an element has been on the screen since `key` last changed. The parts are its table
 * rows and the marks with `data-seen-mark`: a long preview counts as seen only when its end was.
 */
export function useWholeSeen(element: RefObject<HTMLElement | null>, key: string): boolean {
  const [seenKey, setSeenKey] = useState<string>()
  useEffect(() => {
    const parts = new Set(element.current?.querySelectorAll('tr, [data-seen-mark]'))
    if (parts.size === 0) return
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) parts.delete(entry.target)
      if (parts.size > 0) return
      setSeenKey(key)
      observer.disconnect()
    })
    for (const part of parts) observer.observe(part)
    return () => observer.disconnect()
  }, [element, key])
  return seenKey === key
}
