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
  /** Part of it was not read. */
  isTooLong: boolean
  isForwarded: boolean
  isReply: boolean
}

const forwardTitle = /^\s*(?:tr|fw|fwd)\s*:/i
const replyTitle = /^\s*(?:re|rep|aw)\s*:/i
const titlePrefix = /^(?:\s*(?:re|tr|fw|fwd|rep|aw)\s*:)+\s*/i
const ticketMark = /\[glpi\s*#?\d+\]\s*/i

/** Characters of source, and of what is said, that are read: hostile length must not cost time. */
const maxSource = 200_000
const maxSaid = 20_000
const shortenRuns = (text: string) => text.replace(/\S{101,}/g, (run) => run.slice(0, 100))

/** Where an answer should go is not what it is about. */
const withoutAddresses = (text: string) =>
  text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ' ')
    .replace(/\b(?:sur|\u00e0|dans) (?:ma|mon) (?:bo[i\u00ee]te|adresse|mail)(?: \p{L}+)?/giu, ' ')

const splitSentences = (text: string) =>
  text
    .split(/\n{2,}|[.!?\u2026;]+(?=\s|$)|\n(?=\s*(?:[-*\u2022]|\d+[).]))/u)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')

/** Reads a ticket: markup, invisible characters, quoted mail, signature, injected sentences. Pure, never throws. */
export function readTicketText({ title, text }: Pick<SupportTicket, 'title' | 'text'>): TicketText {
  const { visible: whole, hidden } = readHtml(text.slice(0, maxSource))
  const visible = shortenRuns(whole)
  const isForward = forwardTitle.test(title.slice(0, 100))
  const parts = cutMail(visible, isForward)
  // Someone who passes a letter on without asking anything himself asks what the letter asks.
  const isForwarded = parts.forwarded !== null && parts.own.length < 80
  const all = isForwarded ? (parts.forwarded?.text ?? '') : parts.own
  const said = all.slice(0, maxSaid)
  const plainTitle = shortenRuns(title.slice(0, 1000))
    .replace(ticketMark, '')
    .replace(titlePrefix, '')
    .replace(ticketMark, '')
    .trim()
  const { clean, injected } = findInjection(said)
  const cleanTitle = findInjection(plainTitle)
  const isReply = replyTitle.test(title) || ticketMark.test(title) || (parts.quoted !== '' && !isForwarded)
  // The title of a reply is the old subject: it says nothing of what is asked now, unless nothing else does.
  const shown = isReply && clean.trim() !== '' ? '' : cleanTitle.clean
  const sentences = [shown, ...splitSentences(withoutAddresses(clean))]
    .filter((sentence, index) => index === 0 || sentence !== '')
    .map((sentence) => correctWords(fold(sentence)))
  return {
    title: plainTitle,
    parts,
    said,
    sentences,
    injected: [...cleanTitle.injected, ...injected],
    hidden,
    invisibleCount: countInvisible(title) + countInvisible(whole),
    isTooLong: text.length > maxSource || all.length > maxSaid,
    isForwarded,
    isReply,
  }
}
