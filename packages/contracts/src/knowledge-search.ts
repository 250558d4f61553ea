import { z } from 'zod'
import { SearchExplanation } from './knowledge-explanation.ts'
import { Passage } from './tools/memory-search-similar-cases.ts'

/** A question to try on the knowledge base. */
export const TrySearchInput = z
  .object({
    query: z.string().trim().min(2).max(500),
    /** Keeps to what concerns this client, and what concerns all. */
    clientName: z.string().trim().min(1).max(200).optional(),
  })
  .strict()
export type TrySearchInput = z.infer<typeof TrySearchInput>

/** Passages as WIBOT would be given them, best first, with why each ranked. */
export const TriedSearch = z
  .object({
    passages: z.array(Passage.omit({ citation: true })),
    explanation: SearchExplanation,
    /** Passages that would have been found but are confirmed as wrong or outdated. */
    leftOut: z.int(),
    /** Whether the question counts among those that found too little. */
    found: z.enum(['nothing', 'little', 'enough']),
  })
  .meta({ id: 'TriedSearch' })
export type TriedSearch = z.infer<typeof TriedSearch>
