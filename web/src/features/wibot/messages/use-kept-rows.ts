import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useState } from 'react'

/** Rows from a selection to the screen; beyond this the selection is let go. */
const longestSelection = 200

/**
 * Which rows of a windowed list exist: those near the screen, the one that has the focus, and all from the beginning
 * of a selection on, so that neither is lost by scrolling. `keyOf` names a row by its index.
 */
export function useKeptRows(list: RefObject<HTMLElement | null>, keys: readonly string[]) {
  const [focused, setFocused] = useState<string | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  useEffect(() => {
    const rowOf = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement
      if (!element || !list.current?.contains(element)) return null
      return element.closest<HTMLElement>('[data-key]')?.dataset.key ?? null
    }
    const onFocus = () => setFocused(rowOf(document.activeElement))
    const onSelect = () => {
      const selection = document.getSelection()
      setSelected(selection && !selection.isCollapsed ? rowOf(selection.anchorNode) : null)
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('selectionchange', onSelect)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('selectionchange', onSelect)
    }
  }, [list])
  return useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range)
      const focusedAt = focused === null ? -1 : keys.indexOf(focused)
      const from = selected === null ? -1 : keys.indexOf(selected)
      return keptRows(near, { focusedAt, from })
    },
    [keys, focused, selected],
  )
}

/** The rows near the screen with those to keep, in order; -1 keeps nothing. */
export function keptRows(near: number[], { focusedAt, from }: { focusedAt: number; from: number }): number[] {
  const rows = new Set(near)
  const [first = 0, last = 0] = [near[0], near.at(-1)]
  const low = Math.min(first, from)
  const high = Math.max(last, from)
  if (from >= 0 && high - low <= longestSelection) for (let row = low; row <= high; row += 1) rows.add(row)
  if (focusedAt >= 0) rows.add(focusedAt)
  return [...rows].sort((a, b) => a - b)
}
