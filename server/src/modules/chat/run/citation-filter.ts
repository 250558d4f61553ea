/** A code fence at the start of a line, a run of backticks, a blank line, or a citation that is no link. */
const tokens =
  /(?<=(?:^|\n) {0,3})(?:`{3,}|~{3,})|`+|\n[ \t]*\n|[ \u00a0]?\[\d{1,3}(?:\s?[,;]\s?\d{1,3}){0,9}\](?!\()/g
/** The end of a piece that may be the beginning of one of these. */
const unfinished = /(?:[ \u00a0]?\[[\d\s,;]{0,60}\]?|[ \u00a0]|(?<!`)`+|(?<=\n {0,3})~+|\n[ \t]*)$/
/** What is held back for a marker that is not finished, at most, in characters: more is none, and costs each piece. */
const longestHeld = 80
/** How much of what was passed on a fence at the start of a line looks back at. */
const lookBack = 4
/** An invented citation goes on from the passages given; a number further away is a port, a VLAN, a code. */
const furthestInvented = 9

/** The passages that an answer may cite. */
export interface CitedPassages {
  readonly count: number
  has(number: number): boolean
}

/**
 * Takes out of a streamed text the citation numbers that stand for no passage given; a marker may be split over any
 * pieces. What stands in code, and text of links, stays as it is. So does a number in brackets that is no citation:
 * 0, one more than 9 above the number of passages (`port [443]`), and where no passage was given, one that a letter
 * or a digit touches (`liste[3]`).
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
        : this.#check(token, { isContinued: at < before.length, isTouched: isWord(source[at - 1]) }),
    )
    this.#before = source.slice(-lookBack)
    return checked.slice(before.length)
  }

  #check(token: string, place: { isContinued: boolean; isTouched: boolean }): string {
    // The rest of a run too long to be held is part of the same mark.
    if (token.startsWith('`') || token.startsWith('~')) return place.isContinued ? token : this.#mark(token)
    if (token.startsWith('\n')) {
      // An opening backtick that nobody closes is no code.
      if (this.#code.length < 3) this.#code = ''
      return token
    }
    return this.#code === '' ? this.#keepKnown(token, place.isTouched) : token
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

  #keepKnown(marker: string, isTouched: boolean): string {
    const { count } = this.#passages
    const numbers = (marker.match(/\d+/g) ?? []).map(Number)
    const isIndex = count === 0 && isTouched && marker.startsWith('[')
    if (isIndex || numbers.some((number) => !this.#mayCite(number))) return marker
    const known = numbers.filter((number) => this.#passages.has(number))
    this.#removed += numbers.length - known.length
    if (known.length === numbers.length) return marker
    const space = /^[ \u00a0]/.exec(marker)?.[0] ?? ''
    return known.length > 0 ? `${space}[${known.join(', ')}]` : ''
  }

  #mayCite(number: number): boolean {
    return this.#passages.has(number) || (number > 0 && number <= this.#passages.count + furthestInvented)
  }
}

const isWord = (character = ''): boolean => /[\p{L}\p{N}_]/u.test(character)
