import { describe, expect, it } from 'vitest'
import { cutText } from './cut-text.ts'
import { personalDataIn, personalDataWarning } from './personal-data.policy.ts'

describe('personalDataIn', () => {
  it.each([
    ['Écrire à jean.dupont@clinique.fr', ['mail']],
    ['Rappeler au 06 12 34 56 78 ou +33 4.72.00.00.00', ['phone']],
    ['NIR 1 85 05 78 006 084 36', ['social_security']],
    ['Port 0612, VLAN 20, erreur 0x0000011b, ticket n° 1234', []],
  ])('%s', (text, kinds) => {
    expect(personalDataIn(text)).toEqual(kinds)
  })

  it('says it in words', () => {
    expect(personalDataWarning([])).toBeUndefined()
    expect(personalDataWarning(['mail', 'phone'])?.fr).toContain('une adresse électronique, un numéro')
  })
})

describe('cutText', () => {
  it('gives every character once, none of them in halves', () => {
    const text = 'é😀b😀😀fin'
    for (const limit of [2, 3, 5, 100]) {
      const parts: string[] = []
      let offset: number | null = 0
      while (offset !== null) {
        const cut: ReturnType<typeof cutText> = cutText(text, { offset, limit })
        expect(cut.part.isWellFormed()).toBe(true)
        parts.push(cut.part)
        offset = cut.nextOffset
      }
      expect(parts.join('')).toBe(text)
    }
  })

  it('has nothing beyond the end', () => {
    expect(cutText('abc', { offset: 3, limit: 200 })).toEqual({ part: '', nextOffset: null })
    expect(cutText('abc', { offset: 90, limit: 200 })).toEqual({ part: '', nextOffset: null })
  })
})
