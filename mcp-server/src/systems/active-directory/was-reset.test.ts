import { describe, expect, it } from 'vitest'
import { formatAccount } from './format/account.ts'
import { entryValues } from './format/entry-values.ts'
import { wasReset } from './was-reset.ts'

const startedAt = new Date('2026-01-12T10:00:00Z')
const fileTime = (instant: string) => String((BigInt(Date.parse(instant)) + 11_644_473_600_000n) * 10_000n)

function record(pwdLastSet: string, whenChanged: string) {
  const entry = entryValues({
    dn: 'CN=Jean Dupont,DC=widip,DC=lan',
    objectGUID: Buffer.alloc(16),
    sAMAccountName: 'jean.dupont',
    userAccountControl: '512',
    pwdLastSet,
    whenChanged,
  })
  return formatAccount(entry, { privileged: false, isVip: false })
}

describe('wasReset', () => {
  it.each([
    ['set after', fileTime('2026-01-12T10:00:01Z'), '20260112100001.0Z', 'yes'],
    ['set long before', fileTime('2026-01-02T10:00:00Z'), '20260112100001.0Z', 'no'],
    ['set just before, clocks may differ', fileTime('2026-01-12T09:58:00Z'), '20260112095800.0Z', 'unknown'],
    ['must change, account changed since', '0', '20260112100001.0Z', 'unknown'],
    ['must change, account untouched since', '0', '20260110100000.0Z', 'no'],
  ])('%s', (_case, pwdLastSet, whenChanged, answer) => {
    expect(wasReset(record(pwdLastSet, whenChanged), startedAt)).toBe(answer)
  })
})
