import { compile, type FormatCallback, type HtmlToTextOptions } from 'html-to-text'

/** What a reader sees of a text, and what only a machine would read. */
export interface ReadHtml {
  visible: string
  hidden: string[]
}

type Node = Parameters<FormatCallback>[0]

const hidingStyle =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?!\.?[1-9])|opacity\s*:\s*0(?!\.?[1-9])|(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent|rgba?\(\s*255\s*,\s*255\s*,\s*255)|(?:max-)?height\s*:\s*0(?!\.?[1-9])|text-indent\s*:\s*-\d{3,}|left\s*:\s*-\d{3,}/i
const blockTags = new Set(['p', 'div', 'tr', 'table', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'section'])
/** Comments that mail programs write themselves. */
const ownComment = /^\s*(?:\[if|<!\[|\[endif|StartFragment|EndFragment)/i

const wordsOf = (node: Node): string => node.data ?? (node.children ?? []).map(wordsOf).join(' ')

function optionsFor(hidden: string[]): HtmlToTextOptions {
  const hide: FormatCallback = (node) => {
    hidden.push(wordsOf(node))
  }
  const styled: FormatCallback = (node, walk, builder, options) => {
    if (hidingStyle.test(node.attribs?.style ?? '')) return hide(node, walk, builder, options)
    const isBlock = blockTags.has(node.name ?? '')
    if (isBlock) builder.openBlock({ leadingLineBreaks: 1 })
    walk(node.children, builder)
    if (isBlock) builder.closeBlock({ trailingLineBreaks: 1 })
  }
  return {
    wordwrap: false,
    limits: { maxDepth: 200 },
    formatters: { hide, styled },
    selectors: [
      { selector: '*[style]', format: 'styled' },
      { selector: '*[hidden]', format: 'hide' },
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'script', format: 'skip' },
      { selector: 'style', format: 'skip' },
      ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  }
}

const escapedMarkup = /&(?:amp;)*(?:lt|#60);/
const signs: Record<string, string> = { '&lt;': '<', '&#60;': '<', '&gt;': '>', '&#62;': '>', '&amp;': '&' }

/** GLPI escapes rich text once more in the versions before 11. */
function unescapeMarkup(content: string): string {
  let source = content
  for (let turn = 0; turn < 3 && !source.includes('<') && escapedMarkup.test(source); turn += 1)
    source = source.replace(/&(?:lt|#60|gt|#62|amp);/g, (sign) => signs[sign] ?? sign)
  return source
}

/** Text of a ticket, rich or plain, with what its markup hides told apart. Never throws on broken markup. */
export function readHtml(content: string): ReadHtml {
  const source = unescapeMarkup(content)
  const hidden = Array.from(source.matchAll(/<!--([\s\S]*?)(?:-->|$)/g), ([, words = '']) => words).filter(
    (words) => !ownComment.test(words),
  )
  const isRich = /<\/?[a-z][a-z0-9]*(?:\s[^>]*)?\/?>/i.test(source)
  const bare = source.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  const options = optionsFor(hidden)
  const visible = isRich ? compile(options)(escapeUnknown(bare)) : decodeOnly(bare)
  return {
    visible: visible.replace(/\u00a0/g, ' ').trim(),
    hidden: hidden.filter((words) => /\p{L}/u.test(words)),
  }
}

/** Addresses in angle brackets and tags of no HTML (`</ticket>`) stay as text, to be seen by the rules. */
function escapeUnknown(source: string): string {
  return source
    .replace(/<([^<>\s]+@[^<>\s]+)>/g, '&lt;$1&gt;')
    .replace(/<(\/?(?:ticket|system|user|assistant|instructions?|prompt|tool|hub)\b[^>]*)>/gi, '&lt;$1&gt;')
}

const decodeOnly = (text: string) =>
  /&[#\w]+;/.test(text) && !text.includes('<')
    ? compile({ wordwrap: false, preserveNewlines: true })(text)
    : text
