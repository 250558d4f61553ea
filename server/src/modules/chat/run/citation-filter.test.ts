import { expect, it } from 'vitest'
import { CitationFilter } from './citation-filter.ts'

/** The text as it is shown when it comes in pieces of every length. */
function shown(text: string, known = [1, 2]): { texts: Set<string>; removed: Set<number> } {
  const texts = new Set<string>()
  const removed = new Set<number>()
  for (let size = 1; size <= text.length; size += 1) {
    const filter = new CitationFilter((number) => known.includes(number))
    let out = ''
    for (let at = 0; at < text.length; at += size) out += filter.push(text.slice(at, at + size))
    texts.add(out + filter.end())
    removed.add(filter.removed)
  }
  return { texts, removed }
}

it.each([
  ['Voir [1] et [2].', 'Voir [1] et [2].', 0],
  ['Voir [7].', 'Voir.', 1],
  ['Voir [1][9], puis [2].', 'Voir [1], puis [2].', 1],
  ['Voir [1, 3, 2] et [4;5] !', 'Voir [1, 2] et !', 3],
  ['Fin [12', 'Fin [12', 0],
  ['Un lien [3](https://exemple.fr) reste.', 'Un lien [3](https://exemple.fr) reste.', 0],
  ['Le code `a[7]` reste, pas [7].', 'Le code `a[7]` reste, pas.', 1],
  ['Bloc :\n```js\nx = [9]\n```\nAprès [9].', 'Bloc :\n```js\nx = [9]\n```\nAprès.', 1],
  ['~~~\n[9]\n~~~\n[9]', '~~~\n[9]\n~~~\n', 1],
  ['Un ` seul\n\nsuite [9].', 'Un ` seul\n\nsuite.', 1],
  ['[9] au début', ' au début', 1],
  ['Ticket [12345] et [a1] restent.', 'Ticket [12345] et [a1] restent.', 0],
])('%j is shown as %j whatever its pieces', (text, expected, count) => {
  const { texts, removed } = shown(text)
  expect([...texts]).toEqual([expected])
  expect([...removed]).toEqual([count])
})

it('holds nothing back of a text without brackets but its last space', () => {
  const filter = new CitationFilter(() => false)
  expect(filter.push('Bonjour tout le ')).toBe('Bonjour tout le')
  expect(filter.push('monde')).toBe(' monde')
})
