/** A code fence at the start of a line, a run of backticks, a blank line, or a citation that is no link. */
const tokens =
  /(?<=(?:^|\n) {0,3})(?:`{3,}|~{3,})|`+|\n[ \t]*\n|[ \u00a0]?\[\d{1,3}(?:\s?[,;]\s?\d{1,3}){0,9}\](?!\()/g
/** The end of a piece that may be the beginning of one of these. */
const unfinished = /(?:[ \u00a0]?\[[\d\s,;]{0,60}\]?|[ \u00a0]|(?<!`)`+|(?<=\n {0,3})~+|\n[ \t]*)$/
/** What is held back for a marker that is not finished, at most, in characters: more is none, and costs each piece. */
const longestHeld = 80
/** How much of what was passed on is looked back at, for a fence at the start of a line and the word before a number. */
const lookBack = 24
/** Before a bracket without a space: an index, not a citation. */
const touching = /[\p{L}\p{N}_]$/u
/** Before a bracket and a space: words that number things. */
const numbering =
  /(?:^|[^\p{L}])(?:ports?|vlans?|lignes?|lines?|codes?|erreurs?|errors?|[ée]v[ée]nements?|events?|index|id|n°|num[ée]ros?|numbers?|[ée]tapes?|steps?|niveaux?|levels?|http|versions?|postes?|baies?|racks?|slots?|canal|channels?|salles?|rooms?) ?:?$/iu

/** The passages that an answer may cite. */
export interface CitedPassages {
  has(number: number): boolean
}

/**
 * Takes out of a streamed text the citation numbers that stand for no passage given; a marker may be split over any
 * pieces. What stands in code, and text of links, stays as it is. So does a number in brackets that stands for no
 * passage and is no citation by its place: a word touches it (`liste[3]`) or numbers it (`port [443]`, `VLAN [10]`).
 */
export class CitationFilter {
  readonly #passages: CitedPassages
  #before = '\n'
  #held = ''
  /** The run of backticks or tildes that opened the code being written. */
  #code = ''
  #removed = 0

  constructor(passages: CitedPassages) {
    this.#passages = passages
  }

  get removed(): number {
    return this.#removed
  }

  /** @returns what of the text so far may be shown */
  push(text: string): string {
    const whole = this.#held + text
    const tail = unfinished.exec(this.#before + whole)?.[0] ?? ''
    const held = tail.length > longestHeld ? 0 : Math.min(tail.length, whole.length)
    const ready = whole.length - held
    this.#held = whole.slice(ready)
    return this.#pass(whole.slice(0, ready))
  }

  /** @returns the rest, when nothing more comes */
  end(): string {
    const rest = this.#held
    this.#held = ''
    return this.#pass(rest)
  }

  #pass(text: string): string {
    if (text === '') return ''
    const before = this.#before
    const source = before + text
    const checked = source.replaceAll(tokens, (token: string, at: number) =>
      at < before.length && at + token.length <= before.length
        ? token
        : this.#check(token, {
            isContinued: at < before.length,
            lead: source.slice(Math.max(0, at - lookBack), at),
          }),
    )
    this.#before = source.slice(-lookBack)
    return checked.slice(before.length)
  }

  #check(token: string, place: { isContinued: boolean; lead: string }): string {
    // The rest of a run too long to be held is part of the same mark.
    if (token.startsWith('`') || token.startsWith('~')) return place.isContinued ? token : this.#mark(token)
    if (token.startsWith('\n')) {
      // An opening backtick that nobody closes is no code.
      if (this.#code.length < 3) this.#code = ''
      return token
    }
    return this.#code === '' ? this.#keepKnown(token, place.lead) : token
  }

  #mark(run: string): string {
    if (this.#code === '') this.#code = run
    else if (
      this.#code[0] === run[0] &&
      (run === this.#code || (run.length >= this.#code.length && run.length > 2))
    )
      this.#code = ''
    return run
  }

  #keepKnown(marker: string, lead: string): string {
    const numbers = (marker.match(/\d+/g) ?? []).map(Number)
    const known = numbers.filter((number) => this.#passages.has(number))
    if (known.length === numbers.length) return marker
    const space = /^[ \u00a0]/.exec(marker)?.[0] ?? ''
    if (known.length === 0 && isNumbered(lead, space)) return marker
    this.#removed += numbers.length - known.length
    return known.length > 0 ? `${space}[${known.join(', ')}]` : ''
  }
}

/** A word right before a number and its bracket numbers it, or is a list of which it is an index. */
function isNumbered(lead: string, space: string): boolean {
  return (space === '' ? touching : numbering).test(lead)
}
