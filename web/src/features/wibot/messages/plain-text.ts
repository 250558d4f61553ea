/** The words of a markdown text for a screen reader, cut near `limit` characters. */
export function plainText(markdown: string, limit: number): string {
  const words = markdown
    .replace(/```\w*\n?|`/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(#{1,6}|[-*+]|>|\|?[-:| ]{3,}\|?$)\s*/gm, '')
    .replace(/[*_~|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= limit) return words
  return `${words.slice(0, words.lastIndexOf(' ', limit))}…`
}
