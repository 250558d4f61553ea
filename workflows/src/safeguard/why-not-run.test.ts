import { ConflictError } from '@hub/contracts'
import { expect, it } from 'vitest'
import { whyNotRun } from './why-not-run.ts'

it('tells that the policy changed, in both languages', () => {
  const text = whyNotRun(new ConflictError('x', { reason: 'approval.policy_changed' }))
  expect(text.fr).toBe('Rien n’a été exécuté : la politique a changé depuis la demande, qui est à refaire.')
  expect(text.en).toContain('the policy changed since the request')
})

it('tells any other change with the words of the refusal', () => {
  const text = whyNotRun(new ConflictError('The account is gone', { reason: 'ad.not_found' }))
  expect(text).toEqual({
    fr: 'Rien n’a été exécuté : la situation a changé depuis l’approbation.',
    en: 'Nothing was executed: the situation changed since the approval: The account is gone',
  })
})
