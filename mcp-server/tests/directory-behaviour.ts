import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Access, context, type DirectoryWorld, firstPassword, openWorld } from './directory-world.ts'
import { failureOf } from './expect-failure.ts'

const names = (facts: { key: string; value: unknown }[], start: string) =>
  facts.filter(({ key }) => key.startsWith(start)).map(({ value }) => value)

export interface BehaviourOptions {
  /** More than one page of the server. */
  manyUsers: number
  /** What this directory wants of password settings beside their length. */
  passwordSettings: Record<string, string>
}

/** What the tools must do on every directory: the demo domain and a real domain controller run the same cases. */
export function describeDirectory(open: () => Access, options: BehaviourOptions): void {
  let world: DirectoryWorld
  beforeAll(async () => {
    world = await openWorld(open())
  })
  afterAll(() => world?.close())

  describe('disable and enable', () => {
    it('ends and gives back the right to log on; each undoes the other', async () => {
      await world.addUser('parti')
      const login = world.login('parti')
      expect(await world.logon('parti', firstPassword)).toBe('ok')
      const off = await world.carryOut('ad_disable_account', { login })
      expect(off).toMatchObject({
        data: { login, enabled: false, changed: true },
        verified: 'verified',
        reconciled: 'yes',
        undo: { toolName: 'ad_enable_account', arguments: { login } },
      })
      expect(await world.logon('parti', firstPassword)).toBe('533')
      const again = await world.carryOut('ad_disable_account', { login })
      expect(again).toMatchObject({ data: { changed: false }, undo: null })
      const on = await world.carryOut(String(off.undo?.toolName), off.undo?.arguments ?? {})
      expect(on).toMatchObject({ data: { enabled: true, changed: true }, verified: 'verified' })
      expect(await world.logon('parti', firstPassword)).toBe('ok')
    })

    it('leaves every other bit as it is', async () => {
      await world.addUser('fixe')
      await world.replace(world.dn('fixe'), 'userAccountControl', '66048')
      await world.carryOut('ad_disable_account', { login: world.login('fixe') })
      const { account } = await world.client.find(world.login('fixe'))
      expect(account).toMatchObject({ enabled: false, passwordNeverExpires: true })
    })

    it('and a new password are not for the account of the Hub itself', async () => {
      const own = open()
        .bindDn.replace(/@.*$/, '')
        .replace(/^CN=([^,]+),.*$/i, '$1')
      for (const tool of ['ad_disable_account', 'ad_reset_password']) {
        expect((await failureOf(world.carryOut(tool, { login: own }))).reason).toBe('ad.own_account')
      }
    })
  })

  describe('groups', () => {
    it('are listed with those above them, and the privileged ones are named', async () => {
      await world.addUser('membre')
      const inner = await world.addGroup('dedans', world.dn('membre'))
      const outer = await world.addGroup('dehors', inner)
      await world.addMember(`CN=Backup Operators,CN=Builtin,${open().baseDn}`, outer)
      const { data } = await world.read('ad_list_user_groups', { login: world.login('membre') })
      const groups = new Map(
        (data as { groups: { name: string }[] }).groups.map((group) => [group.name, group]),
      )
      expect(groups.get(world.login('dedans'))).toMatchObject({
        isDirect: true,
        isPrivileged: true,
        through: [],
      })
      expect(groups.get(world.login('dehors'))).toMatchObject({
        isDirect: false,
        isPrivileged: true,
        through: [world.login('dedans')],
      })
      expect(groups.get('Domain Users')).toMatchObject({
        isPrimary: true,
        isDirect: true,
        isPrivileged: false,
      })
      expect(data).toMatchObject({ privileged: true, unaskedDomains: [] })
    })

    it('are joined and left; each undoes the other', async () => {
      await world.addUser('mobile')
      const group = await world.addGroup('salle')
      const args = { login: world.login('mobile'), group: world.login('salle') }
      const added = await world.carryOut('ad_add_to_group', args)
      expect(added).toMatchObject({
        data: { isMember: true, changed: true },
        verified: 'verified',
        reconciled: 'yes',
        undo: { toolName: 'ad_remove_from_group', arguments: args },
      })
      expect(await world.membersOf(group)).toEqual([world.dn('mobile')])
      expect(await world.carryOut('ad_add_to_group', args)).toMatchObject({
        data: { changed: false },
        undo: null,
      })
      const left = await world.carryOut('ad_remove_from_group', args)
      expect(left).toMatchObject({
        data: { isMember: false, changed: true },
        verified: 'verified',
        undo: { toolName: 'ad_add_to_group' },
      })
      expect(await world.membersOf(group)).toEqual([])
      const gone = await world.carryOut('ad_remove_from_group', args)
      expect(gone).toMatchObject({ data: { changed: false }, undo: null })
    })

    it('are privileged targets, also through groups above them', async () => {
      await world.addUser('simple')
      const inner = await world.addGroup('discret')
      await world.addMember(`CN=Server Operators,CN=Builtin,${open().baseDn}`, inner)
      const plain = await world.addGroup('ordinaire')
      const target = async (group: string) => {
        const args = { login: world.login('simple'), group }
        return (await world.effect('ad_add_to_group').target(args, context())).attributes
      }
      expect(plain).toContain('ordinaire')
      expect(await target(world.login('ordinaire'))).toMatchObject({ privileged: false })
      expect(await target(world.login('discret'))).toMatchObject({ privileged: true })
      expect(await target('Domain Admins')).toMatchObject({ privileged: true })
      expect(await target('Remote Desktop Users')).toMatchObject({ privileged: true })
    })

    it('cannot be left when it is the primary one, nor joined when there is none', async () => {
      await world.addUser('premier')
      const login = world.login('premier')
      const primary = world.carryOut('ad_remove_from_group', { login, group: 'Domain Users' })
      expect((await failureOf(primary)).reason).toBe('ad.primary_group')
      for (const group of ['personne', '*', `${world.login('sall')}*`]) {
        const error = await failureOf(world.carryOut('ad_add_to_group', { login, group }))
        expect(error.reason).toBe('ad.group_not_found')
      }
    })

    it('are bound to the very group that was weighed', async () => {
      await world.addUser('lie')
      await world.addGroup('cible')
      const tool = world.effect('ad_add_to_group')
      const args = { login: world.login('lie'), group: world.login('cible') }
      const target = await tool.target(args, context())
      const other = { ...target, attributes: { ...target.attributes, groupId: '0' } }
      const error = await failureOf(tool.run(args, { ...context(), target: other }))
      expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.group_changed' })
    })
  })

  describe('copying groups', () => {
    it('never copies a privileged group, direct or nested, and says what it leaves out', async () => {
      await world.addUser('modele')
      await world.addUser('nouveau')
      const from = world.dn('modele')
      const plain = await world.addGroup('agenda', from)
      await world.addGroup('commun', from, world.dn('nouveau'))
      const nested = await world.addGroup('facade', from)
      const middle = await world.addGroup('milieu', nested)
      const admins = `CN=Domain Admins,CN=Users,${open().baseDn}`
      await world.addMember(admins, middle)
      await world.addMember(`CN=Remote Desktop Users,CN=Builtin,${open().baseDn}`, from)
      const args = { login: world.login('nouveau'), fromLogin: world.login('modele') }
      const preview = await world.effect('ad_copy_groups_from').preview(args, context())
      expect(names(preview.after, 'add:')).toEqual([world.login('agenda')])
      expect(
        names(preview.after, 'leave:')
          .map((value) => (value as { fr: string }).fr)
          .sort(),
      ).toEqual(
        [
          'Domain Users : groupe principal',
          'Remote Desktop Users : à privilèges, jamais copié',
          `${world.login('commun')} : déjà membre`,
          `${world.login('facade')} : à privilèges, jamais copié`,
        ].sort(),
      )
      const done = await world.carryOut('ad_copy_groups_from', args)
      expect(done).toMatchObject({
        data: { added: [world.login('agenda')], refused: [] },
        verified: 'verified',
        reconciled: 'yes',
        undo: {
          toolName: 'ad_remove_from_group',
          arguments: { login: args.login, group: world.login('agenda') },
        },
      })
      expect(await world.membersOf(plain)).toContain(world.dn('nouveau'))
      expect(await world.membersOf(nested)).toEqual([from])
      expect((await world.client.find(args.login)).account.privileged).toBe(false)
      const undone = await world.carryOut(String(done.undo?.toolName), done.undo?.arguments ?? {})
      expect(undone.data.changed).toBe(true)
      expect(await world.membersOf(plain)).toEqual([from])
    })

    it('has no one call that undoes several groups', async () => {
      await world.addUser('source')
      await world.addUser('copie')
      for (const group of ['un', 'deux']) await world.addGroup(group, world.dn('source'))
      const done = await world.carryOut('ad_copy_groups_from', {
        login: world.login('copie'),
        fromLogin: world.login('source'),
      })
      expect(done).toMatchObject({ data: { added: [world.login('deux'), world.login('un')] }, undo: null })
    })

    it('refuses when the groups are other ones by now', async () => {
      await world.addUser('mouvant')
      await world.addUser('fige')
      await world.addGroup('avant', world.dn('mouvant'))
      const tool = world.effect('ad_copy_groups_from')
      const args = { login: world.login('fige'), fromLogin: world.login('mouvant') }
      const target = await tool.target(args, context())
      const later = await world.addGroup('apres', world.dn('mouvant'))
      const error = await failureOf(tool.run(args, { ...context(), target }))
      expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.groups_changed' })
      expect(await tool.reconcile(args, new Date(), { ...context(), target })).toBe('no')
      expect(await world.membersOf(later)).toEqual([world.dn('mouvant')])
    })
  })

  describe('creating an account', () => {
    const person = (name: string) => ({
      login: world.login(name),
      givenName: 'Zoé, dite « Zo+é »',
      surname: "O'Nœud #1",
      client: 'EHPAD Les Jardins',
      container: world.ou.slice(3, world.ou.indexOf(',')),
      title: 'Aide-soignante',
    })

    it('opens a session with the made password, which must be changed', async () => {
      const done = await world.carryOut('ad_create_user', person('zoe'))
      expect(done).toMatchObject({
        data: { login: world.login('zoe'), domain: 'widip.lan', enabled: true, mustChangeAtNextLogon: true },
        verified: 'verified',
        reconciled: 'yes',
        undo: { toolName: 'ad_disable_account', arguments: { login: `${world.login('zoe')}@widip.lan` } },
      })
      expect(JSON.stringify([done.data, done.summary, done.undo])).not.toContain(done.ctx.secret)
      expect(await world.logon('zoe', String(done.ctx.secret))).toBe('773')
      expect(await world.logon('zoe', 'Autre-Passe-2026!')).toBe('52e')
      const { account } = await world.client.find(world.login('zoe'))
      expect(account).toMatchObject({
        displayName: "Zoé, dite « Zo+é » O'Nœud #1",
        company: 'EHPAD Les Jardins',
        title: 'Aide-soignante',
        container: `Hub ${world.login('').slice(1)}`,
      })
      const undone = await world.carryOut(String(done.undo?.toolName), done.undo?.arguments ?? {})
      expect(undone).toMatchObject({ data: { enabled: false }, verified: 'verified' })
    })

    it('refuses a name that is taken, also by a group, and a unit that is not there', async () => {
      await world.addUser('pris')
      await world.addGroup('bloc')
      for (const name of ['pris', 'bloc']) {
        const error = await failureOf(world.carryOut('ad_create_user', person(name)))
        expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.account_exists' })
      }
      const nowhere = { ...person('nulle'), container: 'Nulle part' }
      expect((await failureOf(world.carryOut('ad_create_user', nowhere))).reason).toBe(
        'ad.container_not_found',
      )
    })

    it('gives homonyms of one unit their own entry', async () => {
      await world.carryOut('ad_create_user', person('jumeau1'))
      const second = await world.carryOut('ad_create_user', person('jumeau2'))
      expect(second).toMatchObject({ data: { login: world.login('jumeau2') }, verified: 'verified' })
    })

    it('is a privileged action for a name like that of a service', async () => {
      const args = { ...person('x'), login: `svc-${world.login('x')}` }
      const target = await world.effect('ad_create_user').target(args, context())
      expect(target.attributes).toMatchObject({ privileged: true, domain: 'widip.lan' })
    })
  })

  describe('passwords', () => {
    it('follow the settings in force for the account, also those of a group', async () => {
      await world.addUser('strict')
      const group = await world.addGroup('exigeant', world.dn('strict'))
      const settings = `CN=pso-${world.login('s')},CN=Password Settings Container,CN=System,${open().baseDn}`
      await world.add(settings, {
        objectClass: ['top', 'msDS-PasswordSettings'],
        ...options.passwordSettings,
        'msDS-PasswordSettingsPrecedence': '5',
        'msDS-MinimumPasswordLength': '27',
        'msDS-PSOAppliesTo': group,
      })
      const done = await world.carryOut('ad_reset_password', {
        login: world.login('strict'),
        mustChangeAtNextLogon: false,
      })
      expect(done.ctx.secret).toHaveLength(27)
      expect(await world.logon('strict', String(done.ctx.secret))).toBe('ok')
    })
  })

  describe('searching', () => {
    const search = async (input: Record<string, unknown>) => {
      const { data } = await world.read('ad_search_users', input)
      return data as { users: { login: string }[]; total: number; complete: boolean }
    }
    const run = () => world.login('').slice(1)

    it('does not mind accents, case and the order of words; shows homonyms', async () => {
      const named = { displayName: `Hélène Çelik-Œuvrard ${run()}`, givenName: 'Hélène' }
      await world.addUser('hc1', { ...named, company: 'Clinique A' })
      await world.addUser('hc2', { ...named, company: 'Clinique B' })
      const both = [world.login('hc1'), world.login('hc2')]
      for (const query of [
        `helene ${run()}`,
        `OEUVRARD ${run()}`,
        `${run()} çélik hél`,
        `Œuvrard celik ${run()}`,
      ]) {
        expect((await search({ query })).users.map(({ login }) => login)).toEqual(both)
      }
      expect((await search({ query: run(), client: 'clinique b' })).users.map(({ login }) => login)).toEqual([
        world.login('hc2'),
      ])
      expect((await search({ query: `h*e)(cn=* ${run()}` })).total).toBe(0)
    })

    it('filters the disabled and the locked', async () => {
      await world.addUser('inactif', { userAccountControl: '514' })
      const found = await search({ query: world.login('inactif'), state: 'disabled' })
      expect(found.users).toMatchObject([{ login: world.login('inactif'), enabled: false, locked: false }])
      expect((await search({ query: world.login('inactif'), state: 'locked' })).total).toBe(0)
      expect((await failureOf(world.read('ad_search_users', {}))).reason).toBe('ad.empty_search')
    })

    it('reads beyond one page of the server', { timeout: 180_000 }, async () => {
      for (let index = 0; index < options.manyUsers; index += 1) {
        const name = `m${String(index).padStart(4, '0')}`
        await world.add(world.dn(name), {
          objectClass: ['top', 'person', 'organizationalPerson', 'user'],
          sAMAccountName: world.login(name),
          displayName: `Foule ${name}`,
          userAccountControl: '514',
        })
      }
      const found = await search({ query: `foule ${run()}`, limit: 50, offset: options.manyUsers - 10 })
      expect(found).toMatchObject({ total: options.manyUsers, complete: true })
      expect(found.users).toHaveLength(10)
    })
  })
}
