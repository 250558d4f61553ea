import { expect, it } from 'vitest'
import { elided } from './elided.ts'

it.each([
  ['Amine Benali', 'd’Amine Benali'],
  ['Élodie', 'd’Élodie'],
  ['Hélène', 'd’Hélène'],
  ['Yves', 'd’Yves'],
  ['Yann', 'de Yann'],
  ['Karim', 'de Karim'],
  ['Hugo', 'de Hugo'],
])('writes the preposition before %s', (name, words) => {
  expect(elided(name)).toBe(words)
})
