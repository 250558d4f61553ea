import { kindWords } from './device-kind.ts'
import { orgWord, orgWords } from './org-words.ts'
import { unaccent } from './unaccent.ts'

const kind = kindWords.source.replaceAll(' ', '[ -]').replaceAll('\\b', '')
const preposition =
  "(?:de la |de l'|du |des |de |d'|chez |a la |aux? |a l'|a |at |of |for |from |in |client |site )"
const article = /^(?:the |la |le |les |l'|du |de la |de l'|des |de |client |site )+(?=\S)/

const fromOrg = new RegExp(`\\b(?:${orgWords})s?\\b.*`)
const beforeOrg = new RegExp(`((?:ste?|sainte?)[-. ]+[a-z][\\w-]*|[a-z][\\w-]*)\\s+(?:${orgWords})(?:'s)?\\b`)
const afterKind = new RegExp(`\\b(?:${kind})\\b(?: reseau| network| principal)? ${preposition}(.*)`)
const afterPreposition = new RegExp(`(?:^|[\\s'])${preposition}(?:the )?`, 'g')
const owner = new RegExp(`((?:ste?|sainte?)[-. ]+[a-z][\\w-]*|[a-z][\\w-]*)'s (?:${kind})\\b`)

const end = new RegExp(
  [
    '[?!;:,()\\n"»]',
    "'s\\b",
    '(?<!\\b(?:ste?|dr|mr?))\\.(?:\\s|$)',
    `\\s(?:${kind})\\b`,
    "\\s(?:est|sont|is|are|va|vont|marche|fonctionne|doing|running|svp|stp|s'il|please|pour|for|ticket|tickets|sur|on|qui|which|that|has|ne|n'|a|en|depuis|since|aujourd'hui|today|maintenant|now|up|down|actuellement|currently|right|repond|avec|with|stp|merci|thanks|in|at|this|ce|cette|ok|ko|hs|and|ou|or|actuelle|about|have|had|hier|yesterday|last|depuis|recently|recemment|est-elle|est-il|a-t-elle|which|regarding|that|que|qu'|svp|quoi|comme|lately|il|elle|ces|\\d+|les \\d+|reachable|joignable|online|offline|alive|responding|working|hs|tombee?|toujours|still|deja|svp|stp|cette|urgent)(?=\\s|$|[?!.,])",
    "\\set (?:le|la|les|l'|un|une|des|dis|donne|verifie|montre|ses|son|sa|du|de)(?=\\s|'|$)",
  ].join('|'),
)

const noClient =
  /^(?:moi|toi|lui|compte|comptes|account|ticket|tickets|groupe|nous|vous|me|us|mon|ma|ce|cet|cette|this|that|un|une|an?|mots? de passe|reseau|network|service|help|tous|all|quoi|what|panne)\b/

function clip(text: string, plain: string, from: number): string | undefined {
  let start = from + (article.exec(plain.slice(from))?.[0].length ?? 0)
  while (plain[start] === ' ') start++
  const stop = end.exec(plain.slice(start))
  const phrase = text.slice(start, stop ? start + stop.index : undefined).replace(/[\s.'’-]+$/, '')
  return phrase.length < 2 || phrase.length > 60 || noClient.test(unaccent(phrase)) ? undefined : phrase
}

function afterCapital(text: string, plain: string): string | undefined {
  const starts = [...plain.matchAll(afterPreposition)].map((match) => match.index + match[0].length)
  const start = starts.find((index) => /^(?:l['’]|[Ll]es? |[Ll]a )?\p{Lu}\p{L}/u.test(text.slice(index)))
  return start === undefined ? undefined : clip(text, plain, start)
}

/** "chez biolittoral": only this preposition names a client whatever its case. */
function afterAt(text: string, plain: string): string | undefined {
  const at = /\bchez /.exec(plain)
  return at ? clip(text, plain, at.index + at[0].length) : undefined
}

/** The client organisation that a sentence names, as written; logins and host names must be taken out before. */
export function findClientPhrase(sentence: string): string | undefined {
  const text = sentence.normalize('NFC')
  const plain = unaccent(text)
  const reversed = beforeOrg.exec(plain)
  const org = fromOrg.exec(plain)
  if (org) {
    const phrase = clip(text, plain, org.index)
    if (phrase && !orgWord.test(unaccent(phrase))) return phrase
    if (reversed && !/^(?:the|la|le|les|a|une?)$/.test(reversed[1] ?? '')) {
      return text.slice(reversed.index, reversed.index + reversed[0].length).replace(/['’]s$/, '')
    }
    if (phrase) return phrase
  }
  const owned = owner.exec(plain)
  if (owned) return text.slice(owned.index, owned.index + (owned[1] ?? '').length)
  const kindMatch = afterKind.exec(plain)
  const named =
    kindMatch && clip(text, plain, kindMatch.index + kindMatch[0].length - (kindMatch.at(-1) ?? '').length)
  return named ?? afterCapital(text, plain) ?? afterAt(text, plain)
}
