const accented = /(?<=[\p{L}\d.,'’-]\s+)\p{L}+(?:é|ée|és|ées)(?![\p{L}])/gu
const asked =
  /(?<=[\p{L}\d-]\s+)(?:d[ée]sactive|r[ée]active|active|d[ée]bloque|d[ée]verrouille|cl[oô]ture|ferme|assigne|attribue|unlocked|enabled)e?s?(?=\s*\?)/giu

/**
 * The sentence without the words that tell a state and not an order: "kevin.lopez désactivé ?". At its start such a
 * word is an order that is spelled as it sounds ("débloqué lucas.perrin").
 */
export function withoutParticiples(sentence: string): string {
  return sentence.normalize('NFC').replace(accented, ' ').replace(asked, ' ')
}
