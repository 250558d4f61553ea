const accented = /(?<=[\p{L}\d.,'’-]\s+)(?<![êe]tre\s+)\p{L}+(?:é|ée|és|ées)(?![\p{L}])/gu
const askedFirst = /^\p{L}+(?:é|ée|és|ées)(?![\p{L}])(?=[\s\S]*\?\s*$)/u
const asked =
  /(?<=[\p{L}\d-]\s+)(?:d[ée]sactive|r[ée]active|active|d[ée]bloque|d[ée]verrouille|cl[oô]ture|ferme|assigne|attribue|unlocked|enabled)e?s?(?=\s*\?)/giu
const nouns =
  /\b(?:reset|unlock|disable|close)\s+(?=(?:history|logs?|policy|procedures?|requests?|counts?|tickets)\b)/gi

/**
 * The sentence without the words that tell a state or a thing and not an order: "kevin.lopez désactivé ?", "reset
 * history". At its start such a word is an order that is spelled as it sounds ("débloqué lucas.perrin").
 */
export function withoutParticiples(sentence: string): string {
  return [accented, askedFirst, asked, nouns].reduce(
    (text, pattern) => text.replace(pattern, ' '),
    sentence.normalize('NFC'),
  )
}
