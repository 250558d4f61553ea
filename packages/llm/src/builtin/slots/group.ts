import { unaccent } from './unaccent.ts'

const prefixed = /(?<![\w-])((?:GG|GL|GU|DL|GRP|SG)[-_][\w-]+)/i
const after = /\b(?:groupe|group|grupe|groups|grouppe|equipe|team)\s+(?:ad\s+|named\s+|nomme\s+)?["«“]?\s*/
const before = /(?:\bthe|\bto|\bfrom|\bin)\s+["“]?([\w-]+)["”]?\s+(?:group|team)\b/
const access = /\b(?:acces|access)\s+(?:a l'|au|aux|a la|a|to the|to)\s*/
const leave = /\b(?:from|de)\s+(?=[A-Z][\w-]*\s*$)/
const name = /^[\p{L}\d][\p{L}\d_-]*(?:\s+(?:de|du|des|d'|&)?\s*\p{Lu}[\p{L}\d_-]*)*/u
const noName =
  /^(?:de|du|des|of|is|est|ad|que|qui|which|par|a|l|pour|for|is|memberships?|members?|membres?|il|elle|sont|are|does|as)$/

function nameAt(text: string, from: number): string | undefined {
  const found = name.exec(text.slice(from).trimStart())?.[0]
  return found === undefined || noName.test(unaccent(found.split(/\s/)[0] ?? '')) ? undefined : found
}

/** The group that a sentence names, as written: "groupe VPN", "the Direction group", "GG-VPN", "accès au VPN". */
export function findGroup(sentence: string): string | undefined {
  const text = sentence.normalize('NFC')
  const plain = unaccent(text)
  const direct = prefixed.exec(text)?.[1]
  if (direct) return direct
  for (const anchor of [after, access]) {
    const found = anchor.exec(plain)
    const named = found && nameAt(text, found.index + found[0].length)
    if (named) return named
  }
  const ahead = before.exec(plain)
  const word = ahead?.[1]
  if (ahead && word && !noName.test(word) && !/^(?:the|same|which|what|his|her|this|that)$/.test(word)) {
    const at = text.toLowerCase().indexOf(word, ahead.index)
    return text.slice(at, at + word.length)
  }
  const left = leave.exec(text)
  return left ? text.slice(left.index + left[0].length).trim() : undefined
}
