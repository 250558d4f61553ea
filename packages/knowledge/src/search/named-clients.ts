import { expandSaints } from '../text/expand-saints.ts'
import { isStopWord } from '../text/stop-words.ts'
import { allWords } from '../text/words.ts'

const organisations = new Set(
  'association cabinet centre clinique ehpad hopital laboratoire mairie maison pharmacie residence'.split(
    ' ',
  ),
)

/** Which of the client names a text gives: whole, or without the kind of organisation ("les Jardins"). */
export function namedClients(text: string, names: readonly string[]): string[] {
  const said = ` ${wordsOf(text).join(' ')} `
  return names.filter((name) => {
    const proper = properWords(name)
    return proper.length > 0 && said.includes(` ${proper.join(' ')} `)
  })
}

function wordsOf(text: string): string[] {
  return allWords(expandSaints(text)).map(({ folded }) => folded)
}

function properWords(name: string): string[] {
  const words = wordsOf(name)
  const first = words.findIndex((word) => !organisations.has(word) && !isStopWord(word))
  return first === -1 ? [] : words.slice(first)
}
