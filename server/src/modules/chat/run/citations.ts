import { memorySearchSimilarCases, type Source } from '@hub/contracts'

const excerptLength = 600

type CitedPassage = Omit<Source, 'n' | 'excerpt'> & { content: string }

/** Numbers the passages of one answer: the same passage keeps its number across several searches. */
export class Citations {
  readonly #sources: Source[] = []

  get sources(): Source[] {
    return [...this.#sources]
  }

  /** Whether a passage has this number. */
  has(n: number): boolean {
    return n >= 1 && n <= this.#sources.length
  }

  /** Gives the passages in a search result their numbers of this answer; other data comes back as it is. */
  renumber(tool: string, data: unknown): unknown {
    if (tool !== memorySearchSimilarCases.name) return data
    const { passages, method } = memorySearchSimilarCases.output.parse(data)
    return {
      method,
      passages: passages.map((passage) => ({ ...passage, citation: this.#numberOf(passage) })),
    }
  }

  /** Takes passages in without a tool call. */
  add(passages: CitedPassage[]): void {
    for (const passage of passages) this.#numberOf(passage)
  }

  #numberOf(passage: CitedPassage): number {
    const known = this.#sources.find((source) => source.chunkId === passage.chunkId)
    if (known) return known.n
    const { documentId, chunkId, title, path, score, content, mark, validUntil } = passage
    const n = this.#sources.length + 1
    this.#sources.push({
      n,
      documentId,
      chunkId,
      title,
      path,
      score,
      excerpt: content.slice(0, excerptLength).toWellFormed(),
      ...(validUntil && { validUntil }),
      ...(mark && { mark }),
    })
    return n
  }
}
