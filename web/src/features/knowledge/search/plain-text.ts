/** The words of a Markdown passage without its signs, for an excerpt. */
export function plainText(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !/^\s*\|?[\s:|-]*-{3}[\s:|-]*$/.test(line) && !line.startsWith('```'))
    .map((line) =>
      line
        .replace(/^#{1,6}\s+/, '')
        .replace(/^\s*\|(.*)\|\s*$/, (_row, cells: string) =>
          cells
            .split('|')
            .map((cell) => cell.trim())
            .join(' : '),
        )
        .replace(/\*\*|`/g, ''),
    )
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
