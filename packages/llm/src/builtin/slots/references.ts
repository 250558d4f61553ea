const alert =
  /\b(?:alerte?|alarme?|alert|alarm)\s*(?:n\s*[°ºo]\.?\s*|num[ée]ro\s+|number\s+|no\.?\s+)?#?(\d{1,10})\b/i
const path = /(?<![\w/])((?:[\w-]+\/)+[\w.-]+\.(?:md|html?|docx|pdf|txt)|[\w-]+\.(?:md|docx|pdf|txt))\b/i
const documentId = /\bdocument\s+([0-9a-f-]{8,40})\b/i

/** The number of a network alert ("alerte n° 4711", "alert #982"). */
export function findAlertId(sentence: string): number | undefined {
  const found = alert.exec(sentence)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** The path or id of a document of the knowledge base. */
export function findDocument(sentence: string): string | undefined {
  return path.exec(sentence)?.[1] ?? documentId.exec(sentence)?.[1]
}
