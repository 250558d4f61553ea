import type { Source } from '@hub/contracts'
import { useState } from 'react'

/** The sources as they were first given, for as long as they say the same: a new copy makes nothing be read again. */
export function useSameSources(sources: Source[]): Source[] {
  const [kept, setKept] = useState(sources)
  if (kept === sources || isSame(kept, sources)) return kept
  setKept(sources)
  return sources
}

function isSame(a: Source[], b: Source[]): boolean {
  return a.length === b.length && a.every((source, at) => JSON.stringify(source) === JSON.stringify(b[at]))
}
