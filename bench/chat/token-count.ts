/** The tokens of an answer as they are read: each is its rank, a colon, and the microsecond of its writing. */
export class TokenCount {
  readonly #sentAt: bigint
  readonly #delays: boolean
  #rest = ''
  firstMs = Number.NaN
  readonly delaysMs: number[] = []
  tokens = 0
  /** Whether each token came once, and after the one before. */
  isOrdered = true

  constructor(of: { sentAt: bigint; delays: boolean }) {
    this.#sentAt = of.sentAt
    this.#delays = of.delays
  }

  push(text: string): void {
    const now = process.hrtime.bigint()
    const tokens = (this.#rest + text).split('|')
    this.#rest = tokens.pop() ?? ''
    for (const token of tokens) {
      const [index, writtenAt = '0'] = token.split(':')
      if (this.tokens === 0) this.firstMs = Number(now - this.#sentAt) / 1e6
      this.isOrdered &&= Number(index) === this.tokens
      this.tokens += 1
      if (this.#delays) this.delaysMs.push((Number(now) - Number(writtenAt) * 1_000) / 1e6)
    }
  }
}
