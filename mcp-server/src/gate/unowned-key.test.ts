import type { Actor, PolicyTerms } from '@hub/contracts'
import { loadPolicy } from '@hub/safeguard'
import { expect, it } from 'vitest'
import { termsFor, unownedEvidence } from './unowned-key.ts'

const key: Actor = { type: 'mcp-client', clientId: 'api-key', name: 'MCP', accreditation: 'N2' }
const owned: Actor = { ...key, owner: { userId: 'u1', displayName: 'Someone' } }
const workflow: Actor = { type: 'workflow', name: 'support', runId: 'r1' }
const { policy } = await loadPolicy()
const terms: PolicyTerms = policy.levels.L4

it('asks one approval more for a key without an owner, and nothing else', () => {
  expect(termsFor(key, terms)).toEqual({ ...terms, approvals: terms.approvals + 1 })
  expect(unownedEvidence(key)[0]?.en).toContain('one more approval')
})

it.each([
  ['a key with an owner', owned],
  ['a workflow', workflow],
])('leaves the terms of %s as they are', (_who, actor) => {
  expect(termsFor(actor, terms)).toBe(terms)
  expect(unownedEvidence(actor)).toEqual([])
})
