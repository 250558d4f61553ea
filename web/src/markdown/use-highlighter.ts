import { useEffect, useState } from 'react'
import type { Options } from 'react-markdown'

type Plugin = NonNullable<Options['rehypePlugins']>[number]

let loaded: Plugin | null = null

/** The code highlighter, loaded the first time that a text holds code; null before, or when it cannot load. */
export function useHighlighter(isNeeded: boolean): Plugin | null {
  const [plugin, setPlugin] = useState(() => loaded)
  useEffect(() => {
    if (!isNeeded || plugin) return
    let isGone = false
    import('./highlight.ts').then(
      ({ highlight }) => {
        loaded = highlight
        if (!isGone) setPlugin(() => highlight)
      },
      (error: unknown) => console.warn('Code is shown without colours: its highlighter did not load.', error),
    )
    return () => {
      isGone = true
    }
  }, [isNeeded, plugin])
  return plugin
}
