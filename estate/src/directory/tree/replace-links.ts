import { dnKey } from './distinguished-name.ts'
import { valuesOf, withValues } from './entry.ts'
import type { Tree } from './tree.ts'

const linkAttributes = ['member', 'manager', 'managedBy']

/** Make every link to one name point to another, or drop it when there is no other (rename and delete). */
export function replaceLinks(tree: Tree, { from, to }: { from: string; to: string | undefined }): void {
  const key = dnKey(from)
  for (const entry of tree.all()) {
    for (const attribute of linkAttributes) {
      const values = valuesOf(entry, attribute)
      if (!values.some((value) => dnKey(value) === key)) continue
      const kept = values.flatMap((value) => (dnKey(value) !== key ? [value] : to === undefined ? [] : [to]))
      const latest = tree.get(entry.dn) ?? entry
      tree.put(withValues(latest, { [attribute]: kept }))
    }
  }
}
