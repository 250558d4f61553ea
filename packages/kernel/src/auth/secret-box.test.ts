import { expect, it } from 'vitest'
import { openSecret, sealSecret } from './secret-box.ts'

const key = 'k3J9-fPq2_Lx8vRz7Tn1mWb6YcD4sHg0'

it('opens with the same key and context only', () => {
  const sealed = sealSecret({ key, context: 'APR-2026-000001' }, 'Motdepasse-é-42!')
  expect(sealed.toString('utf8')).not.toContain('Motdepasse')
  expect(openSecret({ key, context: 'APR-2026-000001' }, sealed)).toBe('Motdepasse-é-42!')
  expect(() => openSecret({ key, context: 'APR-2026-000002' }, sealed)).toThrow()
  expect(() => openSecret({ key: `${key}x`, context: 'APR-2026-000001' }, sealed)).toThrow()
})
