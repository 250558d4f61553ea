/** How values of an attribute are compared and ordered. Octets are held as lower-case hex. */
export type Syntax = 'text' | 'integer' | 'dn' | 'octets' | 'oid' | 'time' | 'boolean'

/**
 * Who may write an attribute: `user` anyone with the right, `system` only the domain itself,
 * `backlink` and `constructed` nobody (computed when read), `secret` written but never shown.
 */
export type Origin = 'user' | 'system' | 'backlink' | 'constructed' | 'secret'

export interface AttributeType {
  name: string
  syntax: Syntax
  isSingle: boolean
  origin: Origin
  /** Only entries of this class may carry it; absent means every class. */
  onlyOn?: 'user' | 'group' | 'msDS-PasswordSettings'
}
