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

const withoutMarkup = (content: string) =>
  content
    .replace(/^#{1,6}\s+(.*?)\s*:?$/gm, '$1 :')
    .replace(/^\s*(>|```\w*)\s*/gm, '')
    .replace(/^\s*(?:[-*]|\d+[.)])\s+/gm, '• ')
    .replace(/[*_`]{1,3}/g, '')

/** The part of a passage that answers best: from the first line that shares most words with what was asked. */
function excerpt(passage: PassageRow, asked: string, maxLength: number): string {
  const wanted = new Set(
    foldToWords(asked)
      .split(' ')
      .filter((word) => word.length > 3),
  )
  const lines = withoutMarkup(passage.content)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== passage.title)
  const shared = lines.map(
    (line) =>
      foldToWords(line)
        .split(' ')
        .filter((word) => wanted.has(word)).length,
  )
  const best = shared.indexOf(Math.max(...shared, 0))
  return plainLine(lines.slice(Math.max(best, 0)).join(' '), maxLength)
}

/** Short quotations with their citation numbers, the first `count` passages. */
export function quotePassages(
  turn: Turn,
  { count, maxLength }: { count: number; maxLength: number },
): string {
  return bullets(
    passagesOf(turn)
      .slice(0, count)
      .map((passage) => {
        const text = excerpt(passage, turn.utterance, maxLength)
        const quote = turn.language === 'fr' ? `« ${text} »` : `"${text}"`
        return `**${plainLine(passage.title)}** [${passage.citation}]${text ? ` : ${quote}` : ''}`
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
