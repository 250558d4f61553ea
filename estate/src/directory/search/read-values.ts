import type { Domain } from '../domain.ts'
import type { AttributeType } from '../schema/attribute-type.ts'
import { type Entry, valuesOf } from '../tree/entry.ts'
import type { Subject } from './subject.ts'

const backlinks: Record<string, (domain: Domain, dn: string) => Entry[]> = {
  memberOf: (domain, dn) => domain.tree.groupsOf(dn),
  directReports: (domain, dn) => domain.tree.reportsOf(dn),
}

/** The values of an attribute as a reader sees them: stored, back-linked or the name itself; secrets are empty. */
export function readValues({ domain, entry }: Subject, type: AttributeType): readonly string[] {
  if (type.origin === 'secret' || type.origin === 'constructed') return []
  if (type.name === 'distinguishedName') return [entry.dn]
  const backlink = backlinks[type.name]
  return backlink ? backlink(domain, entry.dn).map((target) => target.dn) : valuesOf(entry, type.name)
}
