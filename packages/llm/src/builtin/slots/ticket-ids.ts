const afterWord =
  /(?:tickets?|tiquets?|tikets?|tikect|ticekts?|tkts?|incidents?|demandes?|requests?|case|glpi|inc|dossier)(?:\s+(?:glpi|numéro|numero|num|number|no|id))?\s*(?:n\s*[°ºo]\.?)?\s*[-:#]?\s*#?(\d{1,9})\b/giu
const hashed = /(?:^|[^\w&#])#(\d{1,9})\b/gu
const aside =
  /\b(?:le|du|au|sur le|on|the)\s+(\d{3,9})\b(?!\s*(?:jours|h|heures|days|hours|derni|%|go|mo|gb|mb))/giu
const numbered = /\bn\s*[°º]\s*(\d{1,9})\b/giu
const listed = /(?<=\d)\s*(?:,|et|and|&)\s*#?(\d{1,9})\b/giu

/** Ticket numbers of a sentence ("ticket 1234", "#1234", "n° 1234", "tickets 12 et 13"), in order, each once. */
export function findTicketIds(sentence: string): number[] {
  const named = [afterWord, hashed, numbered, aside].flatMap((pattern) => [...sentence.matchAll(pattern)])
  if (named.length === 0) return []
  const more = /\btickets\b/i.test(sentence) ? [...sentence.matchAll(listed)] : []
  const inOrder = [...named, ...more].sort((a, b) => a.index + a[0].length - (b.index + b[0].length))
  return [...new Set(inOrder.map((match) => Number(match[1])))]
}
