import type { WireEntry } from '../protocol/write-response.ts'
import { attributeType, constructedNames } from '../schema/attribute-types.ts'
import { constructedValues } from './constructed-values.ts'
import { limitRange, parseRangeOption } from './range-option.ts'
import { readValues } from './read-values.ts'
import type { Subject } from './subject.ts'

export interface Selection {
  requested: readonly string[]
  typesOnly: boolean
  maxValueRange: number
}

const computedByDefault = ['memberOf', 'directReports', 'distinguishedName']

/**
 * What an entry shows for a list of requested attributes: all stored and linked ones for none or `*`, none for
 * `1.1`, constructed ones only by name. Names keep the schema's spelling; octet values are bytes.
 */
export function selectAttributes(subject: Subject, selection: Selection): WireEntry {
  const attributes = requestedNames(subject, selection.requested).flatMap((option) => {
    const { name, range } = parseRangeOption(option)
    const type = attributeType(name)
    if (!type) return []
    const isConstructed = constructedNames.includes(type.name)
    const values = isConstructed ? constructedValues(subject, type.name) : readValues(subject, type)
    if (values.length === 0) return []
    const max = isConstructed ? Number.POSITIVE_INFINITY : selection.maxValueRange
    const shown = limitRange(values, { name: type.name, range, max })
    const isBinary = type.syntax === 'octets'
    const wire = shown.values.map((value) => (isBinary ? Buffer.from(value, 'hex') : value))
    return [{ name: shown.name, values: selection.typesOnly ? [] : wire }]
  })
  return { dn: subject.entry.dn, attributes }
}

function requestedNames({ entry }: Subject, requested: readonly string[]): string[] {
  const isAll = requested.length === 0 || requested.includes('*')
  const named = requested.filter((name) => name !== '*' && name !== '1.1' && name !== '+')
  const stored = isAll ? [...Object.keys(entry.attributes), ...computedByDefault] : []
  const lower = new Set(stored.map((name) => name.toLowerCase()))
  return [...stored, ...named.filter((name) => !lower.has(name.toLowerCase()))]
}
