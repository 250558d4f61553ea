import { describe, expect, it } from 'vitest'
import { audit as en } from '../../i18n/en/audit.ts'
import { audit as fr } from '../../i18n/fr/audit.ts'
import { auditActions, isBreakGlass } from './action-words.ts'
import { readAuditFilters } from './audit-query.ts'

const read = (search: string) => readAuditFilters(new URLSearchParams(search))

describe('the filters of the audit', () => {
  it('come out of the address, without what cannot be a cursor', () => {
    expect(read('action=grant.&subject=%20APR-1%20&actor=user:1&cursor=42')).toEqual({
      action: 'grant.',
      subject: 'APR-1',
      actor: 'user:1',
      cursor: '42',
    })
    expect(read('cursor=x&subject=%20')).toEqual({
      action: undefined,
      subject: undefined,
      actor: undefined,
      cursor: undefined,
    })
  })
})

describe('the words of the audit', () => {
  it('tell every action apart in both languages', () => {
    for (const { actions } of [fr, en]) {
      const words = Object.values(actions).flatMap((verbs) => Object.values(verbs))
      expect(words).toHaveLength(auditActions.length)
      expect(new Set(words).size).toBe(words.length)
    }
  })

  it('know a broken glass and its review', () => {
    expect(auditActions.filter(isBreakGlass)).toEqual(['approval.break_glass', 'approval.break_glass_review'])
  })
})
