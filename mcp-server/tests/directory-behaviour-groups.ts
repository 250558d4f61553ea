import { describe, expect, it } from 'vitest'
import { type Access, context, type DirectoryWorld } from './directory-world.ts'
import { failureOf } from './expect-failure.ts'

const names = (facts: { key: string; value: unknown }[], start: string) =>
  facts.filter(({ key }) => key.startsWith(start)).map(({ value }) => value)

/** Groups: read, joined, left and copied. */
export function describeGroups(world: () => DirectoryWorld, open: () => Access): void {
  describe('groups', () => {
    it('are listed with those above them, and the privileged ones are named', async () => {
      await world().addUser('membre')
      const inner = await world().addGroup('dedans', world().dn('membre'))
      const outer = await world().addGroup('dehors', inner)
      await world().addMember(`CN=Backup Operators,CN=Builtin,${open().baseDn}`, outer)
      const { data } = await world().read('ad_list_user_groups', { login: world().login('membre') })
      const groups = new Map(
        (data as { groups: { name: string }[] }).groups.map((group) => [group.name, group]),
      )
      expect(groups.get(world().login('dedans'))).toMatchObject({
        isDirect: true,
        isPrivileged: true,
        through: [],
      })
      expect(groups.get(world().login('dehors'))).toMatchObject({
        isDirect: false,
        isPrivileged: true,
        through: [world().login('dedans')],
      })
      expect(groups.get('Domain Users')).toMatchObject({
        isPrimary: true,
        isDirect: true,
        isPrivileged: false,
      })
      expect(data).toMatchObject({ privileged: true, unaskedDomains: [] })
    })

    it('are joined and left; each undoes the other', async () => {
      await world().addUser('mobile')
      const group = await world().addGroup('salle')
      const args = { login: world().login('mobile'), group: world().login('salle') }
      const added = await world().carryOut('ad_add_to_group', args)
      expect(added).toMatchObject({
        data: { isMember: true, changed: true },
        verified: 'verified',
        reconciled: 'yes',
        undo: { toolName: 'ad_remove_from_group', arguments: args },
      })
      expect(await world().membersOf(group)).toEqual([world().dn('mobile')])
      expect(await world().carryOut('ad_add_to_group', args)).toMatchObject({
        data: { changed: false },
        undo: null,
      })
      const left = await world().carryOut('ad_remove_from_group', args)
      expect(left).toMatchObject({
        data: { isMember: false, changed: true },
        verified: 'verified',
        undo: { toolName: 'ad_add_to_group' },
      })
      expect(await world().membersOf(group)).toEqual([])
      const gone = await world().carryOut('ad_remove_from_group', args)
      expect(gone).toMatchObject({ data: { changed: false }, undo: null })
    })

    it('are privileged targets, also through groups above them', async () => {
      await world().addUser('simple')
      const inner = await world().addGroup('discret')
      await world().addMember(`CN=Server Operators,CN=Builtin,${open().baseDn}`, inner)
      const plain = await world().addGroup('ordinaire')
      const target = async (group: string) => {
        const args = { login: world().login('simple'), group }
        return (await world().effect('ad_add_to_group').target(args, context())).attributes
      }
      expect(plain).toContain('ordinaire')
      expect(await target(world().login('ordinaire'))).toMatchObject({ privileged: false })
      expect(await target(world().login('discret'))).toMatchObject({ privileged: true })
      expect(await target('Domain Admins')).toMatchObject({ privileged: true })
      expect(await target('Remote Desktop Users')).toMatchObject({ privileged: true })
    })

    it('cannot be left when it is the primary one, nor joined when there is none', async () => {
      await world().addUser('premier')
      const login = world().login('premier')
      const primary = world().carryOut('ad_remove_from_group', { login, group: 'Domain Users' })
      expect((await failureOf(primary)).reason).toBe('ad.primary_group')
      for (const group of ['personne', '*', `${world().login('sall')}*`]) {
        const error = await failureOf(world().carryOut('ad_add_to_group', { login, group }))
        expect(error.reason).toBe('ad.group_not_found')
      }
    })

    it('are bound to the very group that was weighed', async () => {
      await world().addUser('lie')
      await world().addGroup('cible')
      const tool = world().effect('ad_add_to_group')
      const args = { login: world().login('lie'), group: world().login('cible') }
      const target = await tool.target(args, context())
      const { guid } = (await world().client.find(args.login)).account
      expect(target.id).toBe(`${guid}/${target.attributes.groupId}`)
      const ctx = { ...context(), target: { ...target, id: `${guid}/${guid}` } }
      for (const step of [tool.run, tool.preview])
        expect(await failureOf(step(args, ctx))).toMatchObject({
          code: 'CONFLICT',
          reason: 'ad.group_changed',
        })
    })
  })

  describe('copying groups', () => {
    it('never copies a privileged group, direct or nested, and says what it leaves out', async () => {
      await world().addUser('modele')
      await world().addUser('nouveau')
      const from = world().dn('modele')
      const plain = await world().addGroup('agenda', from)
      await world().addGroup('commun', from, world().dn('nouveau'))
      const nested = await world().addGroup('facade', from)
      const middle = await world().addGroup('milieu', nested)
      const admins = `CN=Domain Admins,CN=Users,${open().baseDn}`
      await world().addMember(admins, middle)
      await world().addMember(`CN=Remote Desktop Users,CN=Builtin,${open().baseDn}`, from)
      const args = { login: world().login('nouveau'), fromLogin: world().login('modele') }
      const preview = await world().effect('ad_copy_groups_from').preview(args, context())
      expect(names(preview.after, 'add:')).toEqual([world().login('agenda')])
      expect(
        names(preview.after, 'leave:')
          .map((value) => (value as { fr: string }).fr)
          .sort(),
      ).toEqual(
        [
          'Domain Users : groupe principal',
          'Remote Desktop Users : à privilèges, jamais copié',
          `${world().login('commun')} : déjà membre`,
          `${world().login('facade')} : à privilèges, jamais copié`,
        ].sort(),
      )
      const done = await world().carryOut('ad_copy_groups_from', args)
      expect(done).toMatchObject({
        data: { added: [world().login('agenda')], refused: [] },
        verified: 'verified',
        reconciled: 'yes',
        undo: {
          toolName: 'ad_remove_from_group',
          arguments: { login: args.login, group: world().login('agenda') },
        },
      })
      expect(await world().membersOf(plain)).toContain(world().dn('nouveau'))
      expect(await world().membersOf(nested)).toEqual([from])
      expect((await world().client.find(args.login)).account.privileged).toBe(false)
      const undone = await world().carryOut(String(done.undo?.toolName), done.undo?.arguments ?? {})
      expect(undone.data.changed).toBe(true)
      expect(await world().membersOf(plain)).toEqual([from])
    })

    it('has no one call that undoes several groups', async () => {
      await world().addUser('source')
      await world().addUser('copie')
      for (const group of ['un', 'deux']) await world().addGroup(group, world().dn('source'))
      const done = await world().carryOut('ad_copy_groups_from', {
        login: world().login('copie'),
        fromLogin: world().login('source'),
      })
      expect(done).toMatchObject({
        data: { added: [world().login('deux'), world().login('un')] },
        undo: null,
      })
    })

    it('refuses when the groups are other ones by now', async () => {
      await world().addUser('mouvant')
      await world().addUser('fige')
      await world().addGroup('avant', world().dn('mouvant'))
      const tool = world().effect('ad_copy_groups_from')
      const args = { login: world().login('fige'), fromLogin: world().login('mouvant') }
      const target = await tool.target(args, context())
      const later = await world().addGroup('apres', world().dn('mouvant'))
      for (const step of [tool.run, tool.preview]) {
        const error = await failureOf(step(args, { ...context(), target }))
        expect(error).toMatchObject({ code: 'CONFLICT', reason: 'ad.groups_changed' })
      }
      expect((await tool.target(args, context())).id).not.toBe(target.id)
      expect(await tool.reconcile(args, new Date(), { ...context(), target })).toBe('no')
      expect(await world().membersOf(later)).toEqual([world().dn('mouvant')])
    })
  })
}
