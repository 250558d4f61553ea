export interface TextPart {
  start: number
  part: string
  isMatch: boolean
}

/** Cuts a text where the words of a search begin and end, accents and case apart. */
export function splitMatches(text: string, query: string): TextPart[] {
  const folded = Array.from(text, foldOne).join('')
  const words = query.split(/\s+/).filter(Boolean).map(fold)
  const marked = new Array<boolean>(text.length).fill(false)
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      marked.fill(true, at, at + word.length)
  const parts: TextPart[] = []
  for (let at = 0; at < text.length; at += 1) {
    const last = parts.at(-1)
    const isMatch = marked[at] ?? false
    if (last?.isMatch === isMatch) last.part += text[at]
    else parts.push({ start: at, part: text[at] ?? '', isMatch })
  }
  return parts
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

// As long as what it stands for, so that places in the folded text are places in the text.
function foldOne(character: string): string {
  const plain = fold(character)
  return plain.length === character.length ? plain : plain.padEnd(character.length).slice(0, character.length)
}
