import type { Accreditation } from '@hub/contracts'

/** What is looked for, and by whom. */
export interface KnowledgeQuestion {
  query: string
  /** Passages at most. */
  limit: number
  /** Accreditation of the reader; without it, only documents open to everybody are searched. */
  audience?: Accreditation
  /** Keeps to documents of this client and of no client. */
  clientName?: string
  /** Also say why each passage ranked. */
  explain?: boolean
  signal?: AbortSignal
}

/** A passage that one way of searching found. */
export interface Hit {
  chunkId: string
  documentId: string
  score: number
  /** Could be chance: counts for the order, but a passage needs a better hit than this to be an answer. */
  isWeak?: boolean
  /** Of a hit by words: share of what was asked that the passage names, 0 to 1. */
  coverage?: number
}
