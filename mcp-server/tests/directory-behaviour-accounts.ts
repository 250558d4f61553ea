import { describe, expect, it } from 'vitest'
import type { BehaviourOptions } from './directory-behaviour.ts'
import { type Access, context, type DirectoryWorld, firstPassword } from './directory-world.ts'
import { failureOf } from './expect-failure.ts'

/** Accounts: enabled, disabled, created, with passwords that fit. */
export function describeAccounts({
  world,
  open,
  options,
}: {
  world: () => DirectoryWorld
  open: () => Access
  options: BehaviourOptions
}): void {
  describe('disable and enable', () => {
    it('ends and gives back the right to log on; each undoes the other', async () => {
      await world().addUser('parti')
      const login = world().login('parti')
      expect(await world().logon('parti', firstPassword)).toBe('ok')
      const off = await world().carryOut('ad_disable_account', { login })
      expect(off).toMatchObject({
        data: { login, enabled: false, changed: true },
        verified: 'verified',
        reconciled: 'yes',
        undo: { toolName: 'ad_enable_account', arguments: { login } },
      })
      expect(await world().logon('parti', firstPassword)).toBe('533')
      const again = await world().carryOut('ad_disable_account', { login })
      expect(again).toMatchObject({ data: { changed: false }, undo: null })
      const on = await world().carryOut(String(off.undo?.toolName), off.undo?.arguments ?? {})
      expect(on).toMatchObject({ data: { enabled: true, changed: true }, verified: 'verified' })
      expect(await world().logon('parti', firstPassword)).toBe('ok')
    })

    it('leaves every other bit as it is', async () => {
      await world().addUser('fixe')
      await world().replace(world().dn('fixe'), 'userAccountControl', '66048')
      await world().carryOut('ad_disable_account', { login: world().login('fixe') })
      const { account } = await world().client.find(world().login('fixe'))
      expect(account).toMatchObject({ enabled: false, passwordNeverExpires: true })
    })

    it('and a new password are not for the account of the Hub itself', async () => {
      const own = open()
        .bindDn.replace(/@.*$/, '')
        .replace(/^CN=([^,]+),.*$/i, '$1')
      for (const tool of ['ad_disable_account', 'ad_reset_password']) {
        expect((await failureOf(world().carryOut(tool, { login: own }))).reason).toBe('ad.own_account')
      }
    })
  })

  describe('creating an account', () => {
    const unit = () => world().ou.slice(3, world().ou.indexOf(','))
    const person = (name: string) => ({
      login: world().login(name),
      givenName: 'Zoé, dite « Zo+é »',
      surname: "O'Nœud #1",
      client: unit(),
      title: 'Aide-soignante',
    })

    it('opens a session with the made password, which must be changed', async () => {
      const done = await world().carryOut('ad_create_user', person('zoe'))
      expect(done).toMatchObject({
        data: {
          login: world().login('zoe'),
          domain: 'widip.lan',
          enabled: true,
          mustChangeAtNextLogon: true,
        },
        verified: 'verified',
        reconciled: 'yes',
        undo: {
          toolName: 'ad_disable_account',
          arguments: { login: `${world().login('zoe')}@widip.lan`, accountId: expect.any(String) },
        },
      })
      expect(JSON.stringify([done.data, done.summary, done.undo])).not.toContain(done.ctx.secret)
      expect(await world().logon('zoe', String(done.ctx.secret))).toBe('773')
      expect(await world().logon('zoe', 'Autre-Passe-2026!')).toBe('52e')
      const { account } = await world().client.find(world().login('zoe'))
      expect(account).toMatchObject({
        displayName: "Zoé, dite « Zo+é » O'Nœud #1",
        guid: done.data.accountId,
        company: unit(),
        title: 'Aide-soignante',
        container: `Hub ${world().login('').slice(1)}`,
      })
      const undone = await world().carryOut(String(done.undo?.toolName), done.undo?.arguments ?? {})
      expect(undone).toMatchObject({ data: { enabled: false }, verified: 'verified' })
    })

    it('refuses a name that is taken, also by a group, and a unit that is not there', async () => {
      await world().addUser('pris')
      await world().addGroup('bloc')
      for (const name of ['pris', 'bloc']) {
        const error = await failureOf(world().carryOut('ad_create_user', person(name)))
        expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.account_exists' })
      }
      const nowhere = { ...person('nulle'), container: 'Nulle part' }
      expect((await failureOf(world().carryOut('ad_create_user', nowhere))).reason).toBe(
        'ad.container_not_found',
      )
    })

    it('is for the client whose unit it is, not for the one that is named', async () => {
      const rooms = `OU=Salle ${world().login('s')},${world().ou}`
      await world().add(rooms, { objectClass: ['top', 'organizationalUnit'] })
      const tool = world().effect('ad_create_user')
      const container = rooms.slice(3, rooms.indexOf(','))
      const inside = await tool.target({ ...person('dedans'), container }, context())
      expect(inside.attributes).toMatchObject({ clientName: unit() })
      const other = await tool.target({ ...person('dedans'), client: unit().toUpperCase() }, context())
      expect(other.attributes).toMatchObject({ clientName: unit() })
      for (const wrong of [{ client: 'Clients', container }, { client: container }]) {
        const error = await failureOf(tool.target({ ...person('dehors'), ...wrong }, context()))
        expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.container_elsewhere' })
      }
    })

    it('gives homonyms of one unit their own entry', async () => {
      await world().carryOut('ad_create_user', person('jumeau1'))
      const second = await world().carryOut('ad_create_user', person('jumeau2'))
      expect(second).toMatchObject({ data: { login: world().login('jumeau2') }, verified: 'verified' })
    })

    it('is a privileged action for a name like that of a service', async () => {
      const args = { ...person('x'), login: `svc-${world().login('x')}` }
      const target = await world().effect('ad_create_user').target(args, context())
      expect(target.attributes).toMatchObject({ privileged: true, domain: 'widip.lan' })
    })
  })

  describe('passwords', () => {
    it('follow the settings in force for the account, also those of a group', async () => {
      await world().addUser('strict')
      const group = await world().addGroup('exigeant', world().dn('strict'))
      const settings = `CN=pso-${world().login('s')},CN=Password Settings Container,CN=System,${open().baseDn}`
      await world().add(settings, {
        objectClass: ['top', 'msDS-PasswordSettings'],
        ...options.passwordSettings,
        'msDS-PasswordSettingsPrecedence': '5',
        'msDS-MinimumPasswordLength': '27',
        'msDS-PSOAppliesTo': group,
      })
      const done = await world().carryOut('ad_reset_password', {
        login: world().login('strict'),
        mustChangeAtNextLogon: false,
      })
      expect(done.ctx.secret).toHaveLength(27)
      expect(await world().logon('strict', String(done.ctx.secret))).toBe('ok')
    })
  })
}
