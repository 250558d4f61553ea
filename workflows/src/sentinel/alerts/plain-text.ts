const maxLength = 1000

/** Only the names of HTML: `Uplink <FAI> box` is a description, not a tag. */
const tag =
  /<\/?(?:a|abbr|b|big|body|br|code|div|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|li|link|meta|object|ol|p|pre|s|script|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)(?:[\s/][^<>]*)?>/gi

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/**
 * One line of plain text of a value that the network may have written: tags and control or direction marks gone,
 * entities read once, white space joined, cut at 1000 characters. Empty stays empty. The result is text, not HTML.
 */
export function plainText(value: string): string {
  const withoutTags = value.replace(tag, ' ')
  return plainLine(withoutTags.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, decodeEntity))
}

/** The same without reading tags or entities, for texts that never were HTML. */
export function plainLine(value: string): string {
  return value
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, maxLength)
    .toWellFormed()
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
