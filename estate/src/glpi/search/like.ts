const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

/**
 * GLPI's `contains`: letter case and accents do not count, `^` and `$` anchor,
 * `^$` and `NULL` mean empty, an empty value matches everything.
 */
export function likePattern(value: string): (text: string) => boolean {
  if (value === '^$' || value.toUpperCase() === 'NULL') return (text) => text === ''
  const isStart = value.startsWith('^')
  const isEnd = value.endsWith('$')
  const needle = fold(value.slice(isStart ? 1 : 0, isEnd ? -1 : undefined))
  return (text) => {
    const folded = fold(text)
    if (isStart && isEnd) return folded === needle
    if (isStart) return folded.startsWith(needle)
    return isEnd ? folded.endsWith(needle) : folded.includes(needle)
  }
}
