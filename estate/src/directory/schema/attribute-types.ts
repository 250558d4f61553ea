import type { AttributeType, Origin, Syntax } from './attribute-type.ts'

interface TypeGroup {
  names: string
  syntax?: Syntax
  isSingle?: boolean
  origin?: Origin
  onlyOn?: AttributeType['onlyOn']
}

const groups: TypeGroup[] = [
  {
    names:
      'displayName givenName sn initials mail title department company telephoneNumber mobile homePhone ' +
      'physicalDeliveryOfficeName streetAddress l st postalCode c co info wWWHomePage employeeID employeeNumber ' +
      'employeeType personalTitle comment facsimileTelephoneNumber pager ipPhone displayNamePrintable',
  },
  {
    names: 'description url otherTelephone otherMobile proxyAddresses postOfficeBox street',
    isSingle: false,
  },
  { names: 'sAMAccountName userPrincipalName' },
  { names: 'servicePrincipalName', isSingle: false, onlyOn: 'user' },
  { names: 'scriptPath profilePath homeDirectory homeDrive userWorkstations', onlyOn: 'user' },
  { names: 'manager managedBy', syntax: 'dn' },
  { names: 'directReports managedObjects', syntax: 'dn', isSingle: false, origin: 'backlink' },
  { names: 'memberOf', syntax: 'dn', isSingle: false, origin: 'backlink' },
  { names: 'member', syntax: 'dn', isSingle: false, onlyOn: 'group' },
  { names: 'groupType', syntax: 'integer', onlyOn: 'group' },
  { names: 'userAccountControl accountExpires pwdLastSet lockoutTime', syntax: 'integer', onlyOn: 'user' },
  { names: 'primaryGroupID countryCode codePage', syntax: 'integer', onlyOn: 'user' },
  { names: 'unicodePwd', syntax: 'octets', origin: 'secret', onlyOn: 'user' },
  {
    names: 'badPwdCount badPasswordTime lastLogon lastLogoff lastLogonTimestamp logonCount',
    syntax: 'integer',
    origin: 'system',
  },
  {
    names: 'sAMAccountType instanceType systemFlags uSNCreated uSNChanged',
    syntax: 'integer',
    origin: 'system',
  },
  { names: 'adminCount', syntax: 'integer', origin: 'system' },
  { names: 'isCriticalSystemObject showInAdvancedViewOnly', syntax: 'boolean', origin: 'system' },
  { names: 'objectGUID objectSid', syntax: 'octets', origin: 'system' },
  { names: 'whenCreated whenChanged', syntax: 'time', origin: 'system' },
  { names: 'objectClass', syntax: 'oid', isSingle: false, origin: 'system' },
  { names: 'objectCategory distinguishedName', syntax: 'dn', origin: 'system' },
  { names: 'name cn ou dc', origin: 'system' },
  {
    names: 'minPwdLength pwdProperties pwdHistoryLength lockoutThreshold',
    syntax: 'integer',
    origin: 'system',
  },
  {
    names: 'maxPwdAge minPwdAge lockoutDuration lockOutObservationWindow',
    syntax: 'integer',
    origin: 'system',
  },
  {
    names: 'msDS-User-Account-Control-Computed msDS-UserPasswordExpiryTimeComputed',
    syntax: 'integer',
    origin: 'constructed',
  },
  { names: 'msDS-PSOAppliesTo', syntax: 'dn', isSingle: false, onlyOn: 'msDS-PasswordSettings' },
  {
    names: 'msDS-PasswordSettingsPrecedence msDS-MinimumPasswordLength',
    syntax: 'integer',
    onlyOn: 'msDS-PasswordSettings',
  },
  { names: 'msDS-ResultantPSO', syntax: 'dn', origin: 'constructed' },
  { names: 'tokenGroups', syntax: 'octets', isSingle: false, origin: 'constructed' },
]

const types = new Map<string, AttributeType>()
for (const { names, syntax = 'text', isSingle = true, origin = 'user', onlyOn } of groups) {
  for (const name of names.split(' ')) {
    types.set(name.toLowerCase(), { name, syntax, isSingle, origin, ...(onlyOn && { onlyOn }) })
  }
}

/** The schema's entry for an attribute name in any case, or undefined when the schema does not know it. */
export function attributeType(name: string): AttributeType | undefined {
  return types.get(name.toLowerCase())
}

/** Every attribute name that is computed only when asked for by name. */
export const constructedNames: readonly string[] = [...types.values()]
  .filter((type) => type.origin === 'constructed')
  .map((type) => type.name)
