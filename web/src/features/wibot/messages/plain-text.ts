/** The words of a markdown text for a screen reader, cut near `limit` characters. */
export function plainText(markdown: string, limit: number): string {
  // A long answer is not read to its end for its first sentences.
  const beginning = markdown.slice(0, limit * 4)
  const words = beginning
    .replace(/```\w*\n?|`/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|[-*+]|>|\|?[-:| ]{3,}\|?$)\s*/gm, '')
    .replace(/[*_~|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= limit && beginning.length === markdown.length) return words
  return `${words.slice(0, words.lastIndexOf(' ', limit))}…`
}
