import { useEffect } from 'react'
import { faviconWith } from './favicon.ts'

/** Shows on the icon of the browser tab how many things wait. */
export function useFaviconBadge(count: number): void {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    icon?.setAttribute('href', faviconWith(count))
    return () => icon?.setAttribute('href', faviconWith(0))
  }, [count])
}
