import type { Unit } from './read-sections.ts'

/** Cuts a unit that is longer than `max` characters: between lines, else between sentences, else between words. */
export function splitUnit(unit: Unit, max: number): Unit[] {
  if (unit.text.length <= max) return [unit]
  const pieces = cut(unit.text, { max, separators: [/(?<=\n)/, /(?<=[.!?…]\s)/, /(?<=\s)/] })
  return pieces.map((text, index) => ({ text: text.trimEnd(), joint: index === 0 ? unit.joint : '\n' }))
}

function cut(text: string, { max, separators }: { max: number; separators: readonly RegExp[] }): string[] {
  if (text.length <= max) return [text]
  const [separator, ...finer] = separators
  if (separator === undefined) return text.match(new RegExp(`.{1,${max}}`, 'gsu')) ?? []
  const pieces: string[] = []
  for (const part of text.split(separator).flatMap((part) => cut(part, { max, separators: finer }))) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + part.length <= max) pieces[pieces.length - 1] = last + part
    else pieces.push(part)
  }
  return pieces.filter((piece) => piece.trim() !== '')
}
