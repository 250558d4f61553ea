import type { DomainNames } from '../domain-names.ts'
import type { AssertionNode, FilterNode, PresentNode, SubstringNode } from '../protocol/filter-node.ts'
import type { AttributeType } from '../schema/attribute-type.ts'
import { attributeType } from '../schema/attribute-types.ts'
import { categoryOfClass } from '../schema/object-classes.ts'
import { comparable, comparableStored, isAtLeast } from './compare-values.ts'
import { matchExtensible } from './match-extensible.ts'
import { matchesName } from './match-name.ts'
import { readValues } from './read-values.ts'
import type { Subject } from './subject.ts'

/** True, false, or undefined when the filter cannot be decided (unknown or unfilterable attribute). */
export type Verdict = boolean | undefined

/** Evaluate a filter on one entry with the three values of RFC 4511 section 4.5.1.7. */
export function matchFilter(subject: Subject, node: FilterNode): Verdict {
  switch (node.kind) {
    case 'and':
      return combine(
        node.parts.map((part) => matchFilter(subject, part)),
        false,
      )
    case 'or':
      return combine(
        node.parts.map((part) => matchFilter(subject, part)),
        true,
      )
    case 'not': {
      const verdict = matchFilter(subject, node.part)
      return verdict === undefined ? undefined : !verdict
    }
    case 'equal':
      if (node.attribute.toLowerCase() === 'anr')
        return matchesName(subject.entry, node.value.toString('utf8'))
      return matchEqual(subject, node)
    case 'extensible':
      return matchExtensible(subject, node)
    default:
      return matchOne(subject, node)
  }
}

function combine(verdicts: Verdict[], decisive: boolean): Verdict {
  if (verdicts.includes(decisive)) return decisive
  return verdicts.includes(undefined) ? undefined : !decisive
}

function filterable(name: string): AttributeType | undefined {
  const type = attributeType(name)
  return type && type.origin !== 'constructed' && type.origin !== 'secret' ? type : undefined
}

function matchEqual(subject: Subject, node: AssertionNode<'equal'>): Verdict {
  const type = filterable(node.attribute)
  if (!type) return undefined
  const wanted = comparable(type.syntax, categoryValue(subject.domain.names, { type, value: node.value }))
  if (wanted === undefined) return undefined
  return readValues(subject, type).some((value) => comparableStored(type.syntax, value) === wanted)
}

function categoryValue(names: DomainNames, { type, value }: { type: AttributeType; value: Buffer }): Buffer {
  if (type.name !== 'objectCategory') return value
  const category = categoryOfClass(value.toString('utf8'))
  return category ? Buffer.from(`CN=${category},CN=Schema,CN=Configuration,${names.baseDn}`) : value
}

type SimpleNode = PresentNode | SubstringNode | AssertionNode<'greaterOrEqual'> | AssertionNode<'lessOrEqual'>

function matchOne(subject: Subject, node: SimpleNode): Verdict {
  const type = filterable(node.attribute)
  if (!type) return undefined
  const values = readValues(subject, type)
  if (node.kind === 'present') return values.length > 0
  if (node.kind === 'substring') {
    if (type.syntax !== 'text') return undefined
    return values.some((value) => containsPieces(value, node))
  }
  const wanted = comparable(type.syntax, node.value)
  if (wanted === undefined || type.syntax === 'dn') return undefined
  const atLeast = isAtLeast(type.syntax)
  return values.some((value) => {
    const stored = comparableStored(type.syntax, value)
    if (stored === undefined) return false
    return node.kind === 'greaterOrEqual' ? atLeast(stored, wanted) : atLeast(wanted, stored)
  })
}

function containsPieces(value: string, node: SubstringNode): boolean {
  const text = value.normalize('NFC').toLowerCase()
  const fold = (piece = '') => piece.normalize('NFC').toLowerCase()
  if (!text.startsWith(fold(node.initial))) return false
  let position = fold(node.initial).length
  for (const piece of node.middle) {
    const found = text.indexOf(fold(piece), position)
    if (found < 0) return false
    position = found + fold(piece).length
  }
  const final = fold(node.final)
  return text.length - final.length >= position && text.endsWith(final)
}
