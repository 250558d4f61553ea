import { expect, it } from 'vitest'
import { withoutMarkup } from './without-markup.ts'

it.each([
  ['<a name="BKMK_10"></a>Mise en cache', ' </a>Mise en cache'],
  ['un <IMG SRC=20261122_a.png alt=""> bloqué', 'un   bloqué'],
  ['net user <login> /domain', 'net user <login> /domain'],
  ['écrire à Jean <jean.dupont@example.fr>', 'écrire à Jean <jean.dupont@example.fr>'],
  ['si a <b et c = d', 'si a <b et c = d'],
  ['<input type="date">', '<input type="date">'],
])('reads %s', (query, expected) => {
  expect(withoutMarkup(query)).toBe(expected)
})

it('takes no longer for many signs', () => {
  const startedAt = performance.now()
  withoutMarkup(`<a ${'='.repeat(1_000)}`)
  withoutMarkup('<a '.repeat(300))
  expect(performance.now() - startedAt).toBeLessThan(200)
})
