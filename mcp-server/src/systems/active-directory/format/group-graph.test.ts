import { describe, expect, it } from 'vitest'
import { defaultAccountRules, isAdministrativeGroup } from '../client/account-rules.ts'
import { type GroupEntry, isBuiltin, privilegedGroups } from './group-graph.ts'

/** `S-1-5-32-<rid>` or `S-1-5-21-1-2-3-<rid>`. */
function sid(kind: 'builtin' | 'domain', rid: number): Buffer {
  const parts = kind === 'builtin' ? [32, rid] : [21, 1, 2, 3, rid]
  const head = Buffer.from([1, parts.length, 0, 0, 0, 0, 0, 5])
  const rest = parts.map((part) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(part)
    return bytes
  })
  return Buffer.concat([head, ...rest])
}

const group = (name: string, memberOf: string[] = [], more: Partial<GroupEntry> = {}): GroupEntry => ({
  dn: `CN=${name},DC=widip,DC=lan`,
  guid: name,
  name,
  sid: sid('domain', 2000),
  adminCount: null,
  memberOf: memberOf.map((above) => `cn=${above.toUpperCase()},dc=widip,dc=lan`),
  ...more,
})

const isAdministrative = (entry: GroupEntry) => isAdministrativeGroup(entry, defaultAccountRules)
const namesOf = (groups: GroupEntry[]) =>
  [...privilegedGroups(groups, isAdministrative)].map((dn) => /cn=(\w+)/.exec(dn)?.[1]).sort()

describe('privileged groups', () => {
  it('pass their privilege down any number of steps, and stop at cycles', () => {
    const admins = group('admins', [], { sid: sid('builtin', 544) })
    const groups = [
      group('a', ['b']),
      group('b', ['c']),
      group('c', ['a', 'admins']),
      group('d', ['e']),
      group('e', ['d']),
    ]
    expect(namesOf([...groups, admins])).toEqual(['a', 'admins', 'b', 'c'])
    expect(namesOf(groups)).toEqual([])
  })

  it.each([
    ['domain admins', { sid: sid('domain', 512) }, true],
    ['key admins', { sid: sid('domain', 526) }, true],
    ['backup operators', { sid: sid('builtin', 551) }, true],
    ['protected by AdminSDHolder', { adminCount: 1 }, true],
    ['no longer protected', { adminCount: 0 }, false],
    ['named in the rules', { name: 'dnsadmins' }, true],
    ['domain users', { sid: sid('domain', 513) }, false],
    ['users of the machine', { sid: sid('builtin', 545) }, false],
    ['the same number in another place', { sid: sid('domain', 544) }, false],
  ])('%s', (_what, more, expected) => {
    expect(isAdministrative(group('g', [], more))).toBe(expected)
  })

  it('are not all that comes with the system', () => {
    expect(isBuiltin(group('g', [], { sid: sid('builtin', 555) }))).toBe(true)
    expect(isBuiltin(group('g'))).toBe(false)
  })
})
