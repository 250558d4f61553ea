import { noSuchValue, singleValueViolation, valueExists } from '../../protocol/diagnostics.ts'
import { comparableStored } from '../../search/compare-values.ts'
import { valuesOf, withValues } from '../../tree/entry.ts'
import type { AttributeChange, Draft } from './draft.ts'

/**
 * Apply one add, delete or replace by the plain rules of RFC 4511 section 4.6.
 * Throws 20 (value exists), 16 (no such value or attribute), 19 (00002081, several values for a single one).
 */
export function applyValues(draft: Draft, change: AttributeChange): void {
  const { type } = change
  const present = valuesOf(draft.entry, type.name)
  const next = nextValues(present, { ...change, isPermissive: draft.isPermissive })
  if (type.isSingle && next.length > 1) throw singleValueViolation(type.name)
  draft.entry = withValues(draft.entry, { [type.name]: next })
}

type Request = AttributeChange & { isPermissive: boolean }

function nextValues(present: readonly string[], request: Request): readonly string[] {
  switch (request.operation) {
    case 'replace':
      return request.values
    case 'add':
      return addValues(present, request)
    case 'delete':
      return deleteValues(present, request)
  }
}

function addValues(present: readonly string[], { type, values, isPermissive }: Request): readonly string[] {
  const fold = (value: string) => comparableStored(type.syntax, value)
  const known = new Set(present.map(fold))
  const fresh = values.filter((value) => !known.has(fold(value)))
  if (fresh.length < values.length && !isPermissive) throw valueExists(type.name)
  return [...present, ...fresh]
}

function deleteValues(
  present: readonly string[],
  { type, values, isPermissive }: Request,
): readonly string[] {
  const fold = (value: string) => comparableStored(type.syntax, value)
  if (present.length === 0 && !isPermissive) throw noSuchValue(type.name, true)
  if (values.length === 0) return []
  const unwanted = new Set(values.map(fold))
  const known = new Set(present.map(fold))
  if (!isPermissive && [...unwanted].some((value) => !known.has(value))) throw noSuchValue(type.name, false)
  return present.filter((value) => !unwanted.has(fold(value)))
}
