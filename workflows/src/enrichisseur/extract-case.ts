import { createHash } from 'node:crypto'
import { cutMail } from '../support/text/cut-mail.ts'
import { redact } from './redact/redact.ts'
import { peopleOf, type ResolvedTicket } from './resolved-ticket.ts'

/** What a ticket teaches, without what tells of a person. */
export interface ExtractedCase {
  title: string
  problem: string
  /** Empty when nobody wrote why it happened. */
  cause: string
  solution: string
  language: 'fr' | 'en'
  /** Words that were kept, and that went. */
  kept: number
  hidden: number
  /** Kinds of personal data that went, how often. */
  removed: Record<string, number>
}

/** Why something happened, as technicians write it. */
const because =
  /(?<!\p{L})(?:caus[ée]e?s?|(?:[àa] )?cause de|d[ûu]e?s? (?:[àa]|au)|en raison de|provenait|provient|venait (?:de|du)|vient (?:de|du)|origine|parce que?|suite [àa]|faute de|[ée]tai(?:en)?t (?:d[ée]branch|bloqu|plein|satur|corrompu|expir|mal|arr[êe]t|d[ée]sactiv|absent)|bloquait|emp[êe]chait|saturait|because|due to|caused by|root cause|came from|was (?:full|expired|corrupt|missing|wrong|stopped|disabled|unplugged)|were (?:full|expired|corrupt|missing))/iu

/** What is told twice in politeness teaches nothing. */
const courtesy =
  /^(?:bonjour|bonsoir|hello|hi|dear|merci|thanks?(?: you)?|cordialement|bien [àa] vous|bonne (?:journ[ée]e|r[ée]ception)|(?:best |kind )?regards|salut)\b[^.!?:]{0,40}[,.!]?$/iu
const english = /\b(?:the|is|are|was|and|not|with|have|has|please|cannot|can't|my|on|from)\b/giu
const french = /\b(?:le|la|les|des|est|sont|et|pas|avec|une?|du|mon|sur|plus|nous|je|dans)\b/giu

/** Reads problem, cause and solution out of a resolved ticket. */
export function extractCase(ticket: ResolvedTicket): ExtractedCase {
  const people = peopleOf(ticket)
  const removed: Record<string, number> = {}
  let hidden = 0
  const clean = (text: string) => {
    const said = redact(text, people)
    for (const [kind, times] of Object.entries(said.removed)) removed[kind] = (removed[kind] ?? 0) + times
    hidden += said.unknownWords + Object.values(said.removed).reduce((sum, times) => sum + times, 0)
    return withoutMarkup(said.text)
  }
  const solution = solutionOf(ticket)
  const work = ticket.entries.filter(({ kind, isPrivate, byHub }) => !byHub && (kind === 'task' || isPrivate))
  const reasons = [solution, ...work.map(({ text }) => text)]
    .flatMap(sentences)
    .filter((line) => because.test(line))
  const title = clean(ticket.title.replace(/^(?:\s*(?:re|tr|fw|fwd)\s*:|\s*\[[^\]]*\])+/i, '')).replace(
    /\s+/g,
    ' ',
  )
  const problem = clean(wordsSaid(ticket.text))
  const cause = clean([...new Set(reasons)].slice(0, 4).join('\n'))
  const cleaned = clean(wordsSaid(solution))
  const whole = [title, problem, cause, cleaned].join(' ')
  return {
    title: title.slice(0, 200).trim(),
    ...{ problem, cause, solution: cleaned, removed, hidden },
    language: (whole.match(english)?.length ?? 0) > (whole.match(french)?.length ?? 0) ? 'en' : 'fr',
    kept: whole.replace(/\[[^\]]*\]/g, '').match(/\p{L}{2,}/gu)?.length ?? 0,
  }
}

/** The last solution; an earlier one was refused. */
export function solutionOf({ entries }: ResolvedTicket): string {
  return entries.findLast(({ kind }) => kind === 'solution')?.text ?? ''
}

/** What an extraction depends on: the same and there is nothing new to learn. */
export function fingerprint(ticket: ResolvedTicket): string {
  const read = [ticket.title, ticket.text, ...ticket.entries.map(({ kind, text }) => [kind, text])]
  return createHash('sha256').update(JSON.stringify(read)).digest('hex')
}

function wordsSaid(text: string): string {
  const { own, forwarded } = cutMail(text, false)
  const said = own === '' ? (forwarded?.text ?? '') : own
  return said
    .split('\n')
    .filter((line) => !courtesy.test(line.trim()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, 6_000)
}

const sentences = (text: string) =>
  text
    .split(/\n+|(?<=[.!?;])\s+/u)
    .map((line) => line.trim())
    .filter((line) => line.length > 8)

/** Without signs that the knowledge base would read as markup, and lines that told of people alone. */
const withoutMarkup = (text: string) =>
  text
    .replace(/[<>`|~*_#]+/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/^(?:\s*\[[^\]\s]*\][\s.,:;-]*)+$/gmu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
