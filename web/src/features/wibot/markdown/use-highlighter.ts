import { useEffect, useState } from 'react'
import type { Options } from 'react-markdown'

type Plugin = NonNullable<Options['rehypePlugins']>[number]

let loaded: Plugin | null = null

/** The code highlighter, loaded the first time that a text holds code; null before. */
export function useHighlighter(isNeeded: boolean): Plugin | null {
  const [plugin, setPlugin] = useState(() => loaded)
  useEffect(() => {
    if (!isNeeded || plugin) return
    let isGone = false
    void import('./highlight.ts').then(({ highlight }) => {
      loaded = highlight
      if (!isGone) setPlugin(() => highlight)
    })
    return () => {
      isGone = true
    }
  }, [isNeeded, plugin])
  return plugin
}
