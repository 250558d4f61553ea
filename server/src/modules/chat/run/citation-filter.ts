/** A code fence at the start of a line, a run of backticks, a blank line, or a citation that is no link. */
const tokens =
  /(?<=(?:^|\n) {0,3})(?:`{3,}|~{3,})|`+|\n[ \t]*\n|[ \u00a0]?\[\d{1,3}(?:\s?[,;]\s?\d{1,3}){0,9}\](?!\()/g
/** The end of a piece that may be the beginning of one of these. */
const unfinished = /(?:[ \u00a0]?\[[\d\s,;]{0,60}\]?|[ \u00a0]|`+|(?<=\n {0,3})~+|\n[ \t]*)$/
/** How much of what was passed on a fence at the start of a line looks back at. */
const lookBack = 4

/**
 * Takes out of a streamed text the citation numbers that stand for no passage given; a marker may be split over any
 * pieces. What stands in code, and text of links, stays as it is.
 */
export class CitationFilter {
  readonly #isKnown: (number: number) => boolean
  #before = '\n'
  #held = ''
  /** The run of backticks or tildes that opened the code being written. */
  #code = ''
  #removed = 0

  constructor(isKnown: (number: number) => boolean) {
    this.#isKnown = isKnown
  }

  get removed(): number {
    return this.#removed
  }

  /** @returns what of the text so far may be shown */
  push(text: string): string {
    const whole = this.#held + text
    const tail = unfinished.exec(this.#before + whole)?.[0] ?? ''
    const ready = whole.length - Math.min(tail.length, whole.length)
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
      at < before.length && at + token.length <= before.length ? token : this.#check(token),
    )
    this.#before = source.slice(-lookBack)
    return checked.slice(before.length)
  }

  #check(token: string): string {
    if (token.startsWith('`') || token.startsWith('~')) return this.#mark(token)
    if (token.startsWith('\n')) {
      // An opening backtick that nobody closes is no code.
      if (this.#code.length < 3) this.#code = ''
      return token
    }
    return this.#code === '' ? this.#keepKnown(token) : token
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

  #keepKnown(marker: string): string {
    const numbers = (marker.match(/\d+/g) ?? []).map(Number)
    const known = numbers.filter(this.#isKnown)
    this.#removed += numbers.length - known.length
    if (known.length === numbers.length) return marker
    const space = /^[ \u00a0]/.exec(marker)?.[0] ?? ''
    return known.length > 0 ? `${space}[${known.join(', ')}]` : ''
  }
}
