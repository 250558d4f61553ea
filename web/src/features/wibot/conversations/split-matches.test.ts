import { describe, expect, it } from 'vitest'
import { splitMatches } from './split-matches.ts'

const marked = (text: string, query: string) =>
  splitMatches(text, query)
    .filter(({ isMatch }) => isMatch)
    .map(({ part }) => part)

describe('splitMatches', () => {
  it('marks every word, accents and case apart', () => {
    expect(marked('Réinitialiser le VPN, puis le vpn', 'vpn reinit')).toEqual(['Réinit', 'VPN', 'vpn'])
  })

  it('gives the whole text back', () => {
    const text = 'ŒUVRE é \u{1F600} fin'
    expect(
      splitMatches(text, 'fin')
        .map(({ part }) => part)
        .join(''),
    ).toBe(text)
    expect(marked(text, 'fin')).toEqual(['fin'])
    expect(marked(text, '  ')).toEqual([])
  })
})
