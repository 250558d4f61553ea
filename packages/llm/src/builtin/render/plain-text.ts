/** Text of another system as one line that markdown shows literally: no links, no headings, no markup. */
export function plainLine(text: string, maxLength = 240): string {
  const line = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const cut = line.length > maxLength ? `${line.slice(0, maxLength - 1).replace(/\s+\S*$/, '')}…` : line
  return cut.replace(/[\\`*_[\]<>|]/g, (mark) => `\\${mark}`)
}

/** A name of another system as inline code. */
export function codeSpan(name: string): string {
  return `\`${name.replace(/[`\s]+/g, ' ').trim()}\``
}
