import { describe, expect, it } from 'vitest'
import { splitMarked } from './split-marked.ts'

const marked = (text: string, stems: string[]) =>
  splitMarked(text, stems).flatMap(({ text: piece, isMarked }) => (isMarked ? [piece] : []))

describe('the words of a passage that were asked for', () => {
  it('are found by their stem, without case and accents', () => {
    expect(marked('Réinitialisé, puis RÉINITIALISER.', ['reinitialis'])).toEqual([
      'Réinitialisé',
      'RÉINITIALISER',
    ])
    expect(marked('Le commutateur SWITCH-CLIN-STJEAN', ['switch-clin-stjean'])).toEqual([
      'SWITCH-CLIN-STJEAN',
    ])
  })

  it('lose nothing of the text', () => {
    const text = 'Vider la file, <b>puis</b> relancer.'
    expect(
      splitMarked(text, ['file', 'relanc'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
    expect(splitMarked('', ['a'])).toEqual([])
  })
})
