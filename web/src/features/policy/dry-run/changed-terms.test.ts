import type { PolicyTerms } from '@hub/contracts'
import { expect, it } from 'vitest'
import { changedTerms } from './changed-terms.ts'

const terms: PolicyTerms = {
  approvals: 1,
  approver: 'N2',
  expiresInMinutes: 60,
  maxDeferralHours: 24,
  reasonRequired: false,
  stepUp: false,
  previewSeen: false,
  ladder: [],
}

it('names what is another term, and nothing where nobody is asked', () => {
  expect(changedTerms(terms, { ...terms, approvals: 2, reasonRequired: true })).toEqual([
    'approvals',
    'reasonRequired',
  ])
  expect(changedTerms(terms, { ...terms, ladder: [{ at: 0.5, tell: 'N3' }] })).toEqual([])
  expect(changedTerms(null, terms)).toEqual([])
  expect(changedTerms(terms, null)).toEqual([])
})
