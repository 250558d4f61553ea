import { expect, it } from 'vitest'
import { CitationFilter } from './citation-filter.ts'

const passages = (known: number[]) => ({ has: (number: number) => known.includes(number) })

/** The text as it is shown when it comes in pieces of every length. */
function shown(text: string, known = [1, 2]): { texts: Set<string>; removed: Set<number> } {
  const texts = new Set<string>()
  const removed = new Set<number>()
  for (let size = 1; size <= text.length; size += 1) {
    const filter = new CitationFilter(passages(known))
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
  const filter = new CitationFilter(passages([]))
  expect(filter.push('Bonjour tout le ')).toBe('Bonjour tout le')
  expect(filter.push('monde')).toBe(' monde')
})

it.each([
  ['Le port [443] est ouvert.', 'Le port [443] est ouvert.', 0],
  ['Dans le VLAN [10].', 'Dans le VLAN [10].', 0],
  ['Prenez tableau[0] et liste[3].', 'Prenez tableau[0] et liste[3].', 0],
  ['Le service est en panne. [7]', 'Le service est en panne.', 1],
  ['Il est en panne [2], puis [3; 7].', 'Il est en panne, puis.', 3],
])('where no passage was given, %j is shown as %j', (text, expected, count) => {
  const { texts, removed } = shown(text, [])
  expect([...texts]).toEqual([expected])
  expect([...removed]).toEqual([count])
})

it('keeps a number that a word numbers beside passages, and takes out the others that stand for none', () => {
  const { texts } = shown('Port [443], tableau[0], le service [7] et [1], enfin [97].')
  expect([...texts]).toEqual(['Port [443], tableau[0], le service et [1], enfin.'])
})

it('holds no more than a marker can be long, whatever comes', () => {
  for (const piece of ['`', '~', ' ', '\n', '[', '1', '\n~']) {
    const filter = new CitationFilter(passages([1]))
    let out = '\n'
    let longest = 0
    for (let n = 0; n < 2_000; n += 1) {
      out += filter.push(piece)
      longest = Math.max(longest, 1 + (n + 1) * piece.length - out.length)
    }
    expect(longest).toBeLessThanOrEqual(80)
    expect(out + filter.end()).toBe(`\n${piece.repeat(2_000)}`)
  }
})
