import { describeDirectory } from './directory-behaviour.ts'

/** A real Samba domain controller; npm run test:full starts one and sets these. */
function needed(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '')
    throw new Error(`${name} is missing: start Samba with npm run test:full`)
  return value
}

const access = {
  url: needed('TEST_SAMBA_URL'),
  caFile: needed('TEST_SAMBA_CA_FILE'),
  baseDn: needed('TEST_SAMBA_BASE_DN'),
  bindDn: needed('TEST_SAMBA_BIND_USER'),
  bindPassword: needed('TEST_SAMBA_BIND_PASSWORD'),
}

const passwordSettings = {
  'msDS-PasswordReversibleEncryptionEnabled': 'FALSE',
  'msDS-PasswordHistoryLength': '0',
  'msDS-PasswordComplexityEnabled': 'TRUE',
  'msDS-MinimumPasswordAge': '0',
  'msDS-MaximumPasswordAge': '-9223372036854775808',
  'msDS-LockoutThreshold': '0',
  'msDS-LockoutObservationWindow': '-18000000000',
  'msDS-LockoutDuration': '-18000000000',
}

describeDirectory(() => access, { manyUsers: 1_050, passwordSettings })
