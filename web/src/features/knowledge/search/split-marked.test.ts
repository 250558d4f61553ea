import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text.ts'
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

it('shows an excerpt without the signs of Markdown', () => {
  const passage = '## Journaux\n\n- **Vider** la `file`\n\n| Site | Valeur |\n|---|---|\n| Rue | 3 - 5 |'
  expect(plainText(passage)).toBe('Journaux\n- Vider la file\nSite : Valeur\nRue : 3 - 5')
})
