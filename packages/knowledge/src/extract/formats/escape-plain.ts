/** Plain text as Markdown: what looks like HTML, a link, an image or the address of a reference stays readable text. */
export function escapePlain(text: string): string {
  return text
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replaceAll('](', ']\\(')
    .replace(/^(\s{0,3})\[(?=[^\]\n]*\]:)/gm, '$1\\[')
}

/** The same, where no line may become a heading: those of a page stand under its number. */
export function escapeBody(text: string): string {
  return escapePlain(text)
    .replace(/^(\s{0,3})(?=#{1,6}(?:\s|$))/gm, '$1\\')
    .replace(/^(\s{0,3})(?=(?:=+|-+)\s*$)/gm, '$1\\')
}
