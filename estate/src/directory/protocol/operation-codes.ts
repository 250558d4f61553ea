import { ProtocolOperation as Op } from 'ldapts'
import type { OperationName } from '../control/faults.ts'

interface OperationCode {
  name: OperationName
  response: number
}

/** Request tags this domain answers, with the tag of the answer (RFC 4511 section 4.2 and following). */
export const operationCodes: Record<number, OperationCode> = {
  [Op.LDAP_REQ_BIND]: { name: 'bind', response: Op.LDAP_RES_BIND },
  [Op.LDAP_REQ_SEARCH]: { name: 'search', response: Op.LDAP_RES_SEARCH },
  [Op.LDAP_REQ_MODIFY]: { name: 'modify', response: Op.LDAP_RES_MODIFY },
  [Op.LDAP_REQ_ADD]: { name: 'add', response: Op.LDAP_RES_ADD },
  [Op.LDAP_REQ_DELETE]: { name: 'delete', response: Op.LDAP_RES_DELETE },
  [Op.LDAP_REQ_MODRDN]: { name: 'modifyDn', response: Op.LDAP_RES_MODRDN },
  [Op.LDAP_REQ_COMPARE]: { name: 'compare', response: Op.LDAP_RES_COMPARE },
  [Op.LDAP_REQ_EXTENSION]: { name: 'extended', response: Op.LDAP_RES_EXTENSION },
}
