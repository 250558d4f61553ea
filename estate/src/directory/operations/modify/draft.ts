import type { Domain } from '../../domain.ts'
import type { AttributeType } from '../../schema/attribute-type.ts'
import type { Entry } from '../../tree/entry.ts'

/** One change of a modify request with its values in stored form (octets as hex). */
export interface AttributeChange {
  operation: 'add' | 'delete' | 'replace'
  type: AttributeType
  values: readonly string[]
}

/** An entry while a modify request is applied to it; nothing is visible before all changes have succeeded. */
export interface Draft {
  domain: Domain
  entry: Entry
  /** A password set by this request, not yet checked. */
  password?: string
  /** Permissive modify: adding what is there and deleting what is not are no errors. */
  isPermissive: boolean
}
