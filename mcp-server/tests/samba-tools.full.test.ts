import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDirectoryClient } from '../src/systems/active-directory/index.ts'
import { describeDirectory } from './directory-behaviour.ts'
import { type DirectoryWorld, firstPassword, openWorld } from './directory-world.ts'
import { failureOf } from './expect-failure.ts'

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

describe('an account of the Hub that is no administrator', () => {
  let world: DirectoryWorld
  beforeAll(async () => {
    world = await openWorld(access)
    await world.addUser('faible')
    await world.addUser('cible')
    await world.addUser('autre')
    await world.addGroup('equipe')
    await world.add(`CN=pso-${world.login('f')},CN=Password Settings Container,CN=System,${access.baseDn}`, {
      objectClass: ['top', 'msDS-PasswordSettings'],
      ...passwordSettings,
      'msDS-PasswordSettingsPrecedence': '4',
      'msDS-MinimumPasswordLength': '19',
      'msDS-PSOAppliesTo': world.dn('cible'),
    })
  })
  afterAll(() => world?.close())
  const weak = () =>
    createDirectoryClient({
      ...access,
      bindDn: `${world.login('faible')}@widip.lan`,
      bindPassword: firstPassword,
    })

  it('makes a longer password where settings are in force that it may not read', async () => {
    expect((await weak().makePassword(world.login('cible'))).length).toBeGreaterThanOrEqual(19)
    expect(await weak().makePassword(world.login('autre'))).toHaveLength(16)
  })

  it('is told which right it lacks', async () => {
    const account = world.login('cible')
    const group = world.login('equipe')
    const client = world.ou.slice(3, world.ou.indexOf(','))
    const user = { login: world.login('neuf'), givenName: 'A', surname: 'B', client }
    const refused = [
      () => weak().setEnabled({ account, isEnabled: false }),
      () => weak().addToGroup({ account, group }),
      () => weak().createUser({ user, password: firstPassword, check: () => undefined }),
    ]
    for (const call of refused) {
      expect(await failureOf(call())).toMatchObject({ code: 'FORBIDDEN', reason: 'ad.rights' })
    }
    expect((await world.client.find(account)).account.enabled).toBe(true)
    expect(await world.membersOf(world.dn('equipe'))).toEqual([])
    expect((await failureOf(world.client.find(user.login))).reason).toBe('ad.user_not_found')
  })
})
