import { describe, expect, it } from 'vitest'
import { settleTail } from './settle-tail.ts'

const cases: Record<string, [growing: string, shown: string][]> = {
  'waits for what a marker will become': [
    ['Un titre\n-', 'Un titre'],
    ['Un titre\n==', 'Un titre'],
    ['a\n\n12', 'a\n'],
    ['a\n\n- [x', 'a\n'],
    ['a\n\n``', 'a\n'],
    ['- un\n- ', '- un'],
  ],
  'waits for the rows of a table': [
    ['Voici\n\n| a | b |', 'Voici\n'],
    ['Voici\n\n| a | b |\n', 'Voici\n'],
    ['Voici\n\n| a | b |\n|---|--', 'Voici\n'],
    ['| a | b |\n|---|---|\n', '| a | b |\n|---|---|\n'],
    ['| a | b |\n|---|---|\n| c', '| a | b |\n|---|---|'],
    ['| a |\n|---|\n| c |\n', '| a |\n|---|\n| c |\n'],
    ['| une ligne\nqui n’est pas un tableau', '| une ligne\nqui n’est pas un tableau'],
  ],
  'shows the words of half a link': [
    ['voir [le gui', 'voir le gui'],
    ['voir [le guide]', 'voir le guide'],
    ['voir [le guide](https://ex', 'voir le guide'],
    ['![plan](https://x.example/p', 'plan'],
    ['voir [1', 'voir '],
    ['voir [1]', 'voir [1]'],
    ['[a](https://b.example) puis', '[a](https://b.example) puis'],
  ],
  'closes emphasis and code': [
    ['un **mot', 'un **mot**'],
    ['un **mot*', 'un **mot**'],
    ['un **', 'un '],
    ['un *mot et **deux', 'un *mot et **deux***'],
    ['le `code', 'le `code`'],
    ['le `', 'le '],
    ['**le `code', '**le `code`**'],
    ['3 * 4 et snake_case_', '3 * 4 et snake_case_'],
    ['* un ~~barré', '* un ~~barré~~'],
  ],
}

describe('settleTail', () => {
  for (const [what, pairs] of Object.entries(cases))
    it.each(pairs)(`${what}: %j`, (growing, shown) => expect(settleTail(growing)).toBe(shown))

  it('leaves a whole text as it is', () => {
    const text = '## Titre\n\nUn **mot**, un `code` et [un lien](https://a.example/b_c).\n\n1. un\n2. deux\n'
    expect(settleTail(text)).toBe(text)
  })
})
