import { describe, expect, it } from 'vitest'
import type { BehaviourOptions } from './directory-behaviour.ts'
import type { DirectoryWorld } from './directory-world.ts'
import { failureOf } from './expect-failure.ts'

/** People found by parts of their names, in any number. */
export function describeSearch(world: () => DirectoryWorld, options: BehaviourOptions): void {
  describe('searching', () => {
    const search = async (input: Record<string, unknown>) => {
      const { data } = await world().read('ad_search_users', input)
      return data as { users: { login: string }[]; total: number; complete: boolean }
    }
    const run = () => world().login('').slice(1)

    it('does not mind accents, case and the order of words; shows homonyms', async () => {
      const named = { displayName: `Hélène Çelik-Œuvrard ${run()}`, givenName: 'Hélène' }
      await world().addUser('hc1', { ...named, company: 'Clinique A' })
      await world().addUser('hc2', { ...named, company: 'Clinique B' })
      const both = [world().login('hc1'), world().login('hc2')]
      for (const query of [
        `helene ${run()}`,
        `OEUVRARD ${run()}`,
        `${run()} çélik hél`,
        `Œuvrard celik ${run()}`,
      ]) {
        expect((await search({ query })).users.map(({ login }) => login)).toEqual(both)
      }
      expect((await search({ query: run(), client: 'clinique b' })).users.map(({ login }) => login)).toEqual([
        world().login('hc2'),
      ])
      expect((await search({ query: `h*e)(cn=* ${run()}` })).total).toBe(0)
    })

    it('filters the disabled and the locked', async () => {
      await world().addUser('inactif', { userAccountControl: '514' })
      const found = await search({ query: world().login('inactif'), state: 'disabled' })
      expect(found.users).toMatchObject([{ login: world().login('inactif'), enabled: false, locked: false }])
      expect((await search({ query: world().login('inactif'), state: 'locked' })).total).toBe(0)
      expect((await failureOf(world().read('ad_search_users', {}))).reason).toBe('ad.empty_search')
    })

    it('reads beyond one page of the server', { timeout: 180_000 }, async () => {
      for (let index = 0; index < options.manyUsers; index += 1) {
        const name = `m${String(index).padStart(4, '0')}`
        await world().add(world().dn(name), {
          objectClass: ['top', 'person', 'organizationalPerson', 'user'],
          sAMAccountName: world().login(name),
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
