import type { ActionTarget } from '@hub/contracts'
import { expect, it } from 'vitest'
import { isSameThing } from './same-thing.ts'

const account = (id: string, attributes: ActionTarget['attributes'] = {}): ActionTarget => ({
  system: 'ad',
  kind: 'account',
  id,
  name: 'Jean Dupont (jean.dupont)',
  attributes: { login: 'jean.dupont', domain: 'widip.lan', ...attributes },
})
const ticket = (id: string): ActionTarget => ({ ...account(id), system: 'glpi', kind: 'glpi_ticket' })

it('is the same account, whatever was done with it', () => {
  expect(isSameThing(account('guid-1'), account('guid-1'))).toBe(true)
  expect(isSameThing(account('guid-1', { login: 'before' }), account('guid-1'))).toBe(true)
})

it('is another account under the same name', () => {
  expect(isSameThing(account('guid-1'), account('guid-2'))).toBe(false)
  expect(isSameThing(account('guid-1/group-1'), account('guid-11/group-1'))).toBe(false)
})

it('is the same ticket, also at another client or with somebody else', () => {
  expect(isSameThing(ticket('1234@42'), ticket('1234@43/user:7'))).toBe(true)
  expect(isSameThing(ticket('1234@42'), ticket('123@42'))).toBe(false)
})

it('is not a thing of another system or kind with the same number', () => {
  expect(isSameThing(ticket('1234@42'), account('1234'))).toBe(false)
  expect(isSameThing(ticket('1234'), { ...ticket('1234'), kind: 'glpi_client' })).toBe(false)
})

it('is the same membership only in the same group', () => {
  const added = account('guid-1/group-1', { groupId: 'group-1' })
  expect(isSameThing(added, account('guid-1/group-1', { groupId: 'group-1' }))).toBe(true)
  expect(isSameThing(added, account('guid-1/group-2', { groupId: 'group-2' }))).toBe(false)
  const copied = account('guid-1/guid-9/hash', { groupIds: 'group-1 group-2' })
  expect(isSameThing(copied, account('guid-1/group-2', { groupId: 'group-2' }))).toBe(true)
  expect(isSameThing(copied, account('guid-1/group-3', { groupId: 'group-3' }))).toBe(false)
})

it('finds the account that was created by its name, and no other kind of thing', () => {
  const created = { ...account('unit-1/lea.roy', { login: 'Lea.Roy' }), kind: 'new_account' }
  expect(isSameThing(created, account('guid-5', { login: 'lea.roy' }))).toBe(true)
  expect(isSameThing(created, account('guid-5', { login: 'lea.roy', domain: 'other.lan' }))).toBe(false)
  expect(isSameThing(created, account('guid-5', { login: 'lea.roi' }))).toBe(false)
  expect(isSameThing(created, created)).toBe(false)
})
