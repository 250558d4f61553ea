const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Paragraphs of plain text as HTML, one `<p>` each, line breaks kept. */
export const toHtml = (...paragraphs: string[]): string =>
  paragraphs
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) =>
      paragraph.replace(/[&<>]/g, (sign) => entities[sign] ?? sign).replaceAll('\n', '<br>'),
    )
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')
