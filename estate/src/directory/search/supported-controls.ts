/** Controls the domain acts on; any other one is refused when it is critical and ignored when it is not. */
export const ControlOid = {
  pagedResults: '1.2.840.113556.1.4.319',
  permissiveModify: '1.2.840.113556.1.4.1413',
  treeDelete: '1.2.840.113556.1.4.805',
  domainScope: '1.2.840.113556.1.4.1339',
} as const

export const supportedControls: string[] = Object.values(ControlOid)
