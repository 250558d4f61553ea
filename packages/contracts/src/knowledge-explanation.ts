import { z } from 'zod'

/** A word asked for, as a passage answers it. */
const MatchedWord = z.object({
  /** As asked, folded; a typing slip as it was meant. */
  asked: z.string(),
  /** The stems that the passage holds for it. */
  found: z.array(z.string()),
  how: z.enum(['same', 'synonym', 'corrected']),
  /** Passages that hold it, of those that the reader may see. */
  passages: z.int(),
  score: z.number(),
})

/** One way of searching that found a passage. */
const RankedLeg = z.object({
  leg: z.enum(['words', 'identifiers', 'vectors', 'client']),
  /** 1 is best; equals share a rank. */
  rank: z.int(),
  /** In the leg's own measure: BM25, likeness or cosine. */
  score: z.number(),
  /** What it adds to the score of the passage. */
  adds: z.number(),
})

/** Why a search ranked its passages as it did. */
export const SearchExplanation = z
  .object({
    method: z.enum(['hybrid', 'lexical']),
    /** Why there are no vectors: none configured, not complete yet, or the embedding server does not answer. */
    withoutVectors: z.enum(['not_configured', 'not_ready', 'unavailable']).optional(),
    corrections: z.array(z.object({ asked: z.string(), meant: z.string() })),
    /** Passages that the reader may see. */
    searched: z.int(),
    passages: z.array(
      z.object({
        chunkId: z.string(),
        score: z.number(),
        legs: z.array(RankedLeg),
        words: z.array(MatchedWord),
      }),
    ),
  })
  .meta({ id: 'SearchExplanation' })
export type SearchExplanation = z.infer<typeof SearchExplanation>
