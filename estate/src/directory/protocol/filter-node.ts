export interface AssertionNode<Kind extends string> {
  kind: Kind
  attribute: string
  value: Buffer
}

export interface PresentNode {
  kind: 'present'
  attribute: string
}

export interface SubstringNode {
  kind: 'substring'
  attribute: string
  initial?: string
  middle: string[]
  final?: string
}

export interface ExtensibleNode extends AssertionNode<'extensible'> {
  /** OID of the matching rule, empty for the attribute's own. */
  rule: string
}

/** A decoded search filter (RFC 4511 section 4.5.1.7). Values stay bytes: some attributes are binary. */
export type FilterNode =
  | { kind: 'and' | 'or'; parts: FilterNode[] }
  | { kind: 'not'; part: FilterNode }
  | AssertionNode<'equal'>
  | AssertionNode<'greaterOrEqual'>
  | AssertionNode<'lessOrEqual'>
  | PresentNode
  | SubstringNode
  | ExtensibleNode
