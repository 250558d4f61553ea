const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** Every word that one slip away may have been meant: a letter dropped, added, wrong, or swapped with the next. */
export function nearSpellings(word: string): string[] {
  const cuts = Array.from(
    { length: word.length + 1 },
    (_, at) => [word.slice(0, at), word.slice(at)] as const,
  )
  const found = cuts.flatMap(([before, after]) => [
    ...letters.map((letter) => before + letter + after),
    ...(after === ''
      ? []
      : [before + after.slice(1), ...letters.map((letter) => before + letter + after.slice(1))]),
    ...(after.length < 2 ? [] : [before + after[1] + after[0] + after.slice(2)]),
  ])
  return [...new Set(found)].filter((spelling) => spelling !== word)
}
