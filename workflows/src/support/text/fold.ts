/** Control and format characters that show nothing: zero-width, direction, soft hyphen, tags. */
const invisible = /\p{Cf}|\u034f|\u115f|\u1160|\u3164|[\ufe00-\ufe0f]/gu

/** How many characters of a text show nothing, not counting what joins an emoji. */
export function countInvisible(text: string): number {
  return text.replace(/\p{Extended_Pictographic}(?:\p{Cf}|\ufe0f)*/gu, '').match(invisible)?.length ?? 0
}

/** Lower case without accents, typographic quotes and invisible characters. */
export function fold(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u2013\u2014\u2011]/g, '-')
    .replace(/\u0153/g, 'oe')
    .replace(/\u00e6/g, 'ae')
    .replace(/[ \t\u00a0]+/g, ' ')
}
