import type { ExtensibleNode } from '../protocol/filter-node.ts'
import type { AttributeType } from '../schema/attribute-type.ts'
import { attributeType } from '../schema/attribute-types.ts'
import { dnKey } from '../tree/distinguished-name.ts'
import { comparable, comparableStored } from './compare-values.ts'
import { readValues } from './read-values.ts'
import type { Subject } from './subject.ts'

const rules = {
  allBits: '1.2.840.113556.1.4.803',
  anyBit: '1.2.840.113556.1.4.804',
  inChain: '1.2.840.113556.1.4.1941',
}

/** Extensible match with the domain's three rules (MS-ADTS 3.1.1.3.4.4); undefined for any other rule. */
export function matchExtensible(subject: Subject, node: ExtensibleNode): boolean | undefined {
  const type = attributeType(node.attribute)
  if (!type || type.origin === 'constructed' || type.origin === 'secret') return undefined
  const wanted = comparable(type.syntax, node.value)
  if (wanted === undefined) return undefined
  switch (node.rule) {
    case '':
      return readValues(subject, type).some((value) => comparableStored(type.syntax, value) === wanted)
    case rules.allBits:
      return matchBits({ subject, type }, (value) => (value & BigInt(wanted)) === BigInt(wanted))
    case rules.anyBit:
      return matchBits({ subject, type }, (value) => (value & BigInt(wanted)) !== 0n)
    case rules.inChain:
      return type.syntax === 'dn' ? isInChain({ subject, type }, wanted) : undefined
    default:
      return undefined
  }
}

interface Attribute {
  subject: Subject
  type: AttributeType
}

function matchBits({ subject, type }: Attribute, test: (value: bigint) => boolean): boolean | undefined {
  if (type.syntax !== 'integer') return undefined
  return readValues(subject, type).some((value) => test(BigInt(value)))
}

function isInChain({ subject: { domain, entry }, type }: Attribute, target: string): boolean {
  const seen = new Set<string>()
  const pending = [entry]
  for (let current = pending.pop(); current; current = pending.pop()) {
    for (const value of readValues({ domain, entry: current }, type)) {
      const key = dnKey(value)
      if (key === target) return true
      const next = seen.has(key) ? undefined : domain.tree.get(value)
      seen.add(key)
      if (next) pending.push(next)
    }
  }
  return false
}
