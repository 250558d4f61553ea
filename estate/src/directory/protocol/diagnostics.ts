import { LdapError, ResultCode } from './ldap-error.ts'

/** 53: the domain will not do this. `win32` is the 8-digit hex Win32 error shown first in the text. */
export function unwilling(win32: string): LdapError {
  return new LdapError({
    code: ResultCode.unwillingToPerform,
    diagnostic: `${win32}: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0\n`,
  })
}

interface AttributeProblem {
  code: number
  win32: string
  problem: string
  attribute: string
}

/** A refusal about one attribute, in the "AtrErr" shape. */
export function attributeProblem({ code, win32, problem, attribute }: AttributeProblem): LdapError {
  const dsid = 'DSID-03191083'
  return new LdapError({
    code,
    diagnostic: `${win32}: AtrErr: ${dsid}, #1:\n\t0: ${win32}: ${dsid}, problem ${problem}, data 0, Att 0 (${attribute})\n`,
  })
}

/** 19: the new password breaks the domain policy (0000052D). */
export function passwordPolicyViolation(): LdapError {
  return attributeProblem({
    code: ResultCode.constraintViolation,
    win32: '0000052D',
    problem: '1005 (CONSTRAINT_ATT_TYPE)',
    attribute: 'unicodePwd',
  })
}

/** 19: several values for a single-valued attribute (00002081). */
export function singleValueViolation(attribute: string): LdapError {
  return attributeProblem({
    code: ResultCode.constraintViolation,
    win32: '00002081',
    problem: '1005 (CONSTRAINT_ATT_TYPE)',
    attribute,
  })
}

/** 20: the value is already there (00002083). */
export function valueExists(attribute: string): LdapError {
  return attributeProblem({
    code: ResultCode.attributeOrValueExists,
    win32: '00002083',
    problem: '1006 (ATT_OR_VALUE_EXISTS)',
    attribute,
  })
}

/** 16: the value (00002085) or the whole attribute (00002084) is not there. */
export function noSuchValue(attribute: string, isWholeAttribute: boolean): LdapError {
  return attributeProblem({
    code: ResultCode.noSuchAttribute,
    win32: isWholeAttribute ? '00002084' : '00002085',
    problem: '1001 (NO_ATTRIBUTE_OR_VAL)',
    attribute,
  })
}

/** 21: a value that its syntax refuses, the empty string among them (00000057). */
export function invalidSyntax(attribute: string): LdapError {
  return new LdapError({
    code: ResultCode.invalidAttributeSyntax,
    diagnostic: `00000057: LdapErr: DSID-0C090FD0, comment: Error in attribute conversion operation (${attribute}), data 0, v4563`,
  })
}

/** 17: an attribute the schema does not know. */
export function undefinedAttribute(attribute: string): LdapError {
  return new LdapError({
    code: ResultCode.undefinedAttributeType,
    diagnostic: `00000057: LdapErr: DSID-0C090EBD, comment: Error in attribute conversion operation (${attribute}), data 0, v4563`,
  })
}

interface UpdateProblem {
  code: number
  win32: string
  problem: string
}

/** A refused update in the "UpdErr" shape. */
export function updateProblem({ code, win32, problem }: UpdateProblem): LdapError {
  return new LdapError({ code, diagnostic: `${win32}: UpdErr: DSID-031A11E2, problem ${problem}, data 0\n` })
}

/** 68: something with this name, logon name or membership exists (00002071, 00000524, 00000526, 00000562). */
export function alreadyExists(win32: string): LdapError {
  return updateProblem({ code: ResultCode.entryAlreadyExists, win32, problem: '6005 (ENTRY_EXISTS)' })
}

/** 65: the object class does not allow this (0000207B, 0000207D). */
export function objectClassViolation(win32: string): LdapError {
  return updateProblem({
    code: ResultCode.objectClassViolation,
    win32,
    problem: '6002 (OBJ_CLASS_VIOLATION)',
  })
}

/** 32: no entry of that name; carries the nearest ancestor that exists. */
export function noSuchObject(bestMatch: string, win32 = '0000208D'): LdapError {
  return new LdapError({
    code: ResultCode.noSuchObject,
    matchedDn: bestMatch,
    diagnostic: `${win32}: NameErr: DSID-0310028B, problem 2001 (NO_OBJECT), data 0, best match of:\n\t'${bestMatch}'\n`,
  })
}

/** 34: the text is not a distinguished name. */
export function invalidDn(text: string): LdapError {
  return new LdapError({
    code: ResultCode.invalidDnSyntax,
    diagnostic: `0000208F: NameErr: DSID-031001F6, problem 2006 (BAD_NAME), data 8350, best match of:\n\t'${text}'\n`,
  })
}

/** 10: the name belongs to another domain. */
export function otherDomain(domain: string, dn: string): LdapError {
  return new LdapError({
    code: ResultCode.referral,
    referral: `ldap://${domain}/${encodeURI(dn)}`,
    diagnostic: `0000202B: RefErr: DSID-0310082F, data 0, 1 access points\n\tref 1: '${domain}'\n`,
  })
}

/** 50: the bound account may not do this. */
export function insufficientAccess(): LdapError {
  return new LdapError({
    code: ResultCode.insufficientAccessRights,
    diagnostic: '00002098: SecErr: DSID-03150F94, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0\n',
  })
}

/** 1: nobody is bound on this connection (000004DC). */
export function bindRequired(): LdapError {
  return new LdapError({
    code: ResultCode.operationsError,
    diagnostic:
      '000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563',
  })
}

/** 49: logon refused. `data` is the hex Win32 reason: 52e, 532, 533, 701, 773, 775. */
export function logonFailure(data: string): LdapError {
  return new LdapError({
    code: ResultCode.invalidCredentials,
    diagnostic: `80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data ${data}, v4563`,
  })
}

/** 12: a critical control this domain does not implement. */
export function unsupportedControl(): LdapError {
  return new LdapError({
    code: ResultCode.unavailableCriticalExtension,
    diagnostic: '00000057: LdapErr: DSID-0C0907CC, comment: Error processing control, data 0, v4563',
  })
}

/** 2: a request that cannot be decoded or is not spoken here. */
export function protocolError(comment: string): LdapError {
  return new LdapError({
    code: ResultCode.protocolError,
    diagnostic: `00000057: LdapErr: DSID-0C0C0095, comment: ${comment}, data 0, v4563`,
  })
}

/** 1: the domain itself failed; the reason is in its own warnings. */
export function internalError(): LdapError {
  return new LdapError({
    code: ResultCode.operationsError,
    diagnostic: '000020EF: SvcErr: DSID-02080490, problem 5012 (DIR_ERROR), data -1018\n',
  })
}
