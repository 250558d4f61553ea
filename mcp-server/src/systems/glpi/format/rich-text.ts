import { compile, type HtmlToTextOptions } from 'html-to-text'

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: 200 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'inlineString', options: { string: '[image]' } },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
}
const fromHtml = compile(options)
const fromPlain = compile({ ...options, preserveNewlines: true })

const sanitised: Record<string, string> = {
  '&#60;': '<',
  '&#62;': '>',
  '&#38;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

function decodeOnce(text: string): string {
  return text.replace(/&(?:#60|#62|#38|lt|gt|amp);/g, (entity) => sanitised[entity] ?? entity)
}

/** Markup that is escaped, once or several times over: `&lt;p&gt;`, `&amp;lt;p&amp;gt;`. */
const escapedMarkup = /&(?:(?:amp|#38);)*(?:#60|lt);/
const maxEscapes = 3

/**
 * GLPI 9 and 10 store rich text with its own markup escaped once more (protocol section 1.9); what went through a
 * mail or an import is escaped twice.
 */
function toHtmlSource(content: string): string {
  let source = content
  for (let turn = 0; turn < maxEscapes && !source.includes('<') && escapedMarkup.test(source); turn += 1) {
    source = decodeOnce(source)
  }
  return source
}

/** Rich text of GLPI, of any version, as plain text: links keep their words, images become `[image]`. */
export function toPlainText(content: string): string {
  const source = toHtmlSource(content)
  const convert = /<[a-z!/]/i.test(source) ? fromHtml : fromPlain
  return convert(source)
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A one-line value of GLPI (title, name, completename) without its escapes. */
export function toPlainLine(value: string): string {
  return decodeOnce(value).replace(/\s+/g, ' ').trim()
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
}

/** Plain text as the HTML that GLPI stores: everything escaped, blank lines as paragraphs. */
export function toRichText(text: string): string {
  const escaped = text
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character)
  return escaped
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')
}
