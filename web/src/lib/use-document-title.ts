import { useEffect } from 'react'

/** Title of the browser tab; a count in front when something waits. */
export function useDocumentTitle(title: string, count = 0): void {
  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}${title} · Hub`
  }, [title, count])
}
