import type { ActionPreview, PreviewFact } from '@hub/contracts'

export interface EffectRow {
  key: string
  label: PreviewFact['label']
  before: PreviewFact | undefined
  after: PreviewFact | undefined
  isChanged: boolean
}

/**
 * Pairs the facts before and after by key, in the order of the facts before; what changes comes first. A fact
 * that is given on one side only and does not change is the same on the other side.
 */
export function effectRows(preview: ActionPreview): EffectRow[] {
  const keys = new Set([...preview.before, ...preview.after].map((fact) => fact.key))
  const rows = [...keys].flatMap((key): EffectRow[] => {
    const before = preview.before.find((fact) => fact.key === key)
    const after = preview.after.find((fact) => fact.key === key)
    const named = after ?? before
    if (!named) return []
    const isChanged = Boolean(before?.changed || after?.changed)
    const unchanged = isChanged ? undefined : named
    return [{ key, label: named.label, before: before ?? unchanged, after: after ?? unchanged, isChanged }]
  })
  return [...rows.filter((row) => row.isChanged), ...rows.filter((row) => !row.isChanged)]
}
