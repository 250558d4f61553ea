import { isPlain, withoutSmiles } from '../order/plain-words.ts'
import { isWholeYes } from '../order/whole-yes.ts'
import { foldToWords } from '../text/fold.ts'

const ordinals: RegExp[] = [
  /^(?:le |la |the )?(?:1|1er|1ere|1st|premier|premiere|first|un|une|one)(?: one)?$/,
  /^(?:le |la |the )?(?:2|2e|2eme|2nd|deuxieme|second|seconde|deux|two)(?: one)?$/,
  /^(?:le |la |the )?(?:3|3e|3eme|3rd|troisieme|third|trois|three)(?: one)?$/,
  /^(?:le |la |the )?(?:4|4e|4eme|4th|quatrieme|fourth|quatre|four)(?: one)?$/,
  /^(?:le |la |the )?(?:5|5e|5eme|5th|cinquieme|fifth|cinq|five)(?: one)?$/,
]

/** The item of a numbered list in `question` that `reply` picks, by its rank or by (a part of) its name. */
export function pickChoice(reply: string, question: string): string | undefined {
  const items = [...question.matchAll(/^\d+\. \*\*(.+?)\*\*/gm)].map((match) =>
    (match[1] ?? '').replace(/\\(.)/g, '$1'),
  )
  const reworded = withoutSmiles(reply)
  if (reworded.includes('?') || !isPlain(reworded)) return undefined
  const said = foldToWords(reworded)
  const rank = ordinals.findIndex((ordinal) => ordinal.test(said))
  if (rank >= 0) return items[rank]
  if (items.length === 1 && isWholeYes(reply)) return items[0]
  const named = items.filter((item) => said.length > 2 && ` ${foldToWords(item)} `.includes(` ${said} `))
  return named.length === 1 ? named[0] : undefined
}
