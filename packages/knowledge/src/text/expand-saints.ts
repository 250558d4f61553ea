const saint = /(?<![\p{L}\p{N}_-])(ste?)(?:\.\s*|-|\s+)(?=\p{L})/giu

/** "St-Jean", "st. jean" and "Ste Anne" written in full ("Saint-Jean", "Sainte-Anne"), so that both forms meet. */
export function expandSaints(text: string): string {
  return text.replace(saint, (_, word: string) => (/e$/i.test(word) ? 'Sainte-' : 'Saint-'))
}
