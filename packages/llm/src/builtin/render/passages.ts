import type { Turn } from '../intent.ts'
import { dataOf, resultsOf } from '../results.ts'
import { PassageData, type PassageRow } from '../shapes.ts'
import { foldToWords } from '../text/fold.ts'
import { bullets, paragraphs, say } from './blocks.ts'
import { plainLine } from './plain-text.ts'

/** Passages of the knowledge base: what the tool gave in this turn, else what came with the question; each once. */
export function passagesOf(turn: Turn): readonly PassageRow[] {
  const results = resultsOf(turn, 'memory_search_similar_cases')
  const found = results.flatMap((result) => dataOf(result, PassageData)?.passages ?? [])
  if (results.length === 0) return turn.passages
  return [...new Map(found.map((passage) => [passage.citation, passage])).values()]
}

const listItem = /^\s*(?:[-*]|\d+[.)])\s+/
const tableRule = /^\s*\|?[\s:|-]+\|[\s:|-]*$/

/** The lines of a passage without its markup; list items keep a bullet, the cells of a table row a dash between. */
function linesOf(passage: PassageRow): string[] {
  return passage.content
    .split('\n')
    .filter((line) => !tableRule.test(line))
    .map((line) =>
      line
        .replace(/^#{1,6}\s+(.*?)\s*:?$/, '$1 :')
        .replace(/^\s*(>|```\w*)\s*/, '')
        .replace(
          /^\s*\|(.*)\|\s*$/,
          (_row, cells: string) =>
            `• ${cells
              .split('|')
              .map((cell) => cell.trim())
              .filter(Boolean)
              .join(' - ')}`,
        )
        .replace(listItem, '• ')
        .replace(/[*_`]{1,3}/g, '')
        .trim(),
    )
    .filter((line) => line !== '' && line !== passage.title)
}

/** The part of a passage that answers best: from the first line that shares most words with what was asked. */
function excerpt(passage: PassageRow, asked: string, maxLength: number): string {
  const wanted = new Set(
    foldToWords(asked)
      .split(' ')
      .filter((word) => word.length > 3),
  )
  const lines = linesOf(passage)
  const shared = lines.map(
    (line) =>
      foldToWords(line)
        .split(' ')
        .filter((word) => wanted.has(word)).length,
  )
  const best = shared.indexOf(Math.max(...shared, 0))
  const text = lines.slice(Math.max(best, 0)).join(' ').replace(/^• /, '')
  return plainLine(text, maxLength)
}

/** That a passage was reported and nobody has checked it yet; empty for the others. */
function reported(turn: Turn, { mark }: PassageRow): string {
  if (!mark) return ''
  return mark.kind === 'wrong'
    ? say(turn, { fr: ' (signalé comme faux, à vérifier)', en: ' (reported as wrong, to be checked)' })
    : say(turn, { fr: ' (signalé comme périmé, à vérifier)', en: ' (reported as outdated, to be checked)' })
}

const longestBlock = 1_100

/** The passage that answers best, whole as far as it is not too long, with its lists, as a quotation. */
export function quoteBestPassage(turn: Turn): string {
  const [best] = passagesOf(turn)
  if (!best) return ''
  let length = 0
  const lines = linesOf(best).filter((line) => {
    length += line.length
    return length <= longestBlock
  })
  const quoted = lines.map((line) =>
    line.startsWith('• ')
      ? `> - ${plainLine(line.slice(2), longestBlock)}`
      : `>\n> ${plainLine(line, longestBlock)}\n>`,
  )
  const heading = `**${plainLine(best.title)}** [${best.citation}]${reported(turn, best)}`
  return `${heading}\n\n${quoted.join('\n').replace(/^>\n/, '')}`
}

/** Short quotations with their citation numbers: `count` passages after the first `skip`. */
export function quotePassages(
  turn: Turn,
  { count, maxLength, skip = 0 }: { count: number; maxLength: number; skip?: number },
): string {
  return bullets(
    passagesOf(turn)
      .slice(skip, skip + count)
      .map((passage) => {
        const text = excerpt(passage, turn.utterance, maxLength)
        const quote = turn.language === 'fr' ? `« ${text} »` : `"${text}"`
        return `**${plainLine(passage.title)}** [${passage.citation}]${reported(turn, passage)}${text ? ` : ${quote}` : ''}`
      }),
  )
}

/** A short section of similar cases for an answer about something else; empty when there are none. */
export function relatedPassages(turn: Turn): string | undefined {
  if (passagesOf(turn).length === 0) return undefined
  return paragraphs(
    say(turn, { fr: '**Dans la base de connaissances**', en: '**In the knowledge base**' }),
    quotePassages(turn, { count: 2, maxLength: 160 }),
  )
}
