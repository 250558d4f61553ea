interface BuiltinGroup {
  name: string
  sid: string
  isProtected: boolean
}

const localGroup = (name: string, rid: number, isProtected = false): BuiltinGroup => ({
  name,
  sid: `S-1-5-32-${rid}`,
  isProtected,
})

/** Groups every domain has in CN=Users, by the SID of the domain; protected ones carry adminCount=1. */
export function userContainerGroups(domainSid: string): BuiltinGroup[] {
  const group = (name: string, rid: number, isProtected = false): BuiltinGroup => ({
    name,
    sid: `${domainSid}-${rid}`,
    isProtected,
  })
  return [
    group('Domain Admins', 512, true),
    group('Domain Users', 513),
    group('Domain Guests', 514),
    group('Domain Computers', 515),
    group('Domain Controllers', 516, true),
    group('Schema Admins', 518, true),
    group('Enterprise Admins', 519, true),
    group('Group Policy Creator Owners', 520),
  ]
}

/** Groups every domain has in CN=Builtin. */
export const builtinGroups: readonly BuiltinGroup[] = [
  localGroup('Administrators', 544, true),
  localGroup('Users', 545),
  localGroup('Guests', 546),
  localGroup('Account Operators', 548, true),
  localGroup('Server Operators', 549, true),
  localGroup('Print Operators', 550, true),
  localGroup('Backup Operators', 551, true),
  localGroup('Remote Desktop Users', 555),
]

/** Accounts every domain has in CN=Users. */
export const builtinAccounts = [
  { login: 'Administrator', rid: 500, control: 66048, isProtected: true },
  { login: 'Guest', rid: 501, control: 66082, isProtected: false },
  { login: 'krbtgt', rid: 502, control: 514, isProtected: true },
] as const

/** Which group is a member of which, by common name. */
export const builtinMemberships: Readonly<Record<string, readonly string[]>> = {
  Administrators: ['Administrator', 'Domain Admins', 'Enterprise Admins'],
  'Domain Admins': ['Administrator'],
  'Enterprise Admins': ['Administrator'],
  'Schema Admins': ['Administrator'],
  Users: ['Domain Users'],
}
