/** LDAP result codes this domain answers with (RFC 4511 section 4.1.9). */
export const ResultCode = {
  success: 0,
  operationsError: 1,
  protocolError: 2,
  sizeLimitExceeded: 4,
  compareFalse: 5,
  compareTrue: 6,
  authMethodNotSupported: 7,
  referral: 10,
  unavailableCriticalExtension: 12,
  noSuchAttribute: 16,
  undefinedAttributeType: 17,
  constraintViolation: 19,
  attributeOrValueExists: 20,
  invalidAttributeSyntax: 21,
  noSuchObject: 32,
  invalidDnSyntax: 34,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  busy: 51,
  unavailable: 52,
  unwillingToPerform: 53,
  namingViolation: 64,
  objectClassViolation: 65,
  notAllowedOnNonLeaf: 66,
  notAllowedOnRdn: 67,
  entryAlreadyExists: 68,
} as const

export type ResultCodeValue = (typeof ResultCode)[keyof typeof ResultCode]

export interface LdapErrorDetails {
  code: number
  diagnostic: string
  matchedDn?: string
  referral?: string
}

/** A refusal the client sees as an LDAP result: code, Windows-shaped diagnostic text, matched DN, referral. */
export class LdapError extends Error {
  override name = 'LdapError'
  readonly code: number
  readonly matchedDn: string
  readonly referral: string | undefined

  constructor(details: LdapErrorDetails) {
    super(details.diagnostic)
    this.code = details.code
    this.matchedDn = details.matchedDn ?? ''
    this.referral = details.referral
  }
}
