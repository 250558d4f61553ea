import { findInjection } from '../injection/find-injection.ts'
import type { SupportTicket } from '../ticket.ts'
import { correctWords } from './correct-words.ts'
import { cutMail, type MailParts } from './cut-mail.ts'
import { countInvisible, fold } from './fold.ts'
import { readHtml } from './read-html.ts'

/** A ticket made ready for the rules. */
export interface TicketText {
  title: string
  parts: MailParts
  /** What the writer says (or passes on), in its own spelling. */
  said: string
  /** Title first, then the sentences said: folded, slips mended, those that talk to a machine left out. */
  sentences: string[]
  /** Sentences that give orders to a program or play the system. */
  injected: string[]
  hidden: string[]
  invisibleCount: number
  isForwarded: boolean
  isReply: boolean
}

const forwardTitle = /^\s*(?:tr|fw|fwd)\s*:/i
const replyTitle = /^\s*(?:re|rep|aw)\s*:/i
const titlePrefix = /^(?:\s*(?:re|tr|fw|fwd|rep|aw)\s*:)+\s*/i
const ticketMark = /\[glpi\s*#?\d+\]\s*/i

const splitSentences = (text: string) =>
  text
    .split(/\n{2,}|[.!?\u2026;]+(?=\s|$)|\n(?=\s*(?:[-*\u2022]|\d+[).]))/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')

/** Reads a ticket: markup, invisible characters, quoted mail, signature, injected sentences. Pure, never throws. */
export function readTicketText({ title, text }: Pick<SupportTicket, 'title' | 'text'>): TicketText {
  const { visible, hidden } = readHtml(text)
  const isForward = forwardTitle.test(title)
  const parts = cutMail(visible, isForward)
  // Someone who passes a letter on without asking anything himself asks what the letter asks.
  const isForwarded = parts.forwarded !== null && parts.own.length < 80
  const said = isForwarded ? (parts.forwarded?.text ?? '') : parts.own
  const plainTitle = title.replace(ticketMark, '').replace(titlePrefix, '').replace(ticketMark, '').trim()
  const { clean, injected } = findInjection(said)
  const cleanTitle = findInjection(plainTitle)
  const sentences = [cleanTitle.clean, ...splitSentences(clean)]
    .filter((sentence, index) => index === 0 || sentence !== '')
    .map((sentence) => correctWords(fold(sentence)))
  return {
    title: plainTitle,
    parts,
    said,
    sentences,
    injected: [...cleanTitle.injected, ...injected],
    hidden,
    invisibleCount: countInvisible(title) + countInvisible(visible),
    isForwarded,
    isReply: replyTitle.test(title) || (parts.quoted !== '' && !isForwarded),
  }
}
