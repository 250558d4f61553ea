import { z } from 'zod'
import { Accreditation } from './levels.ts'
import { pageOf } from './page.ts'

/** A question that the knowledge base answered with nothing, or with passages that name few of its words. */
export const KnowledgeGap = z
  .object({
    id: z.string(),
    /** Without names, numbers and addresses. */
    query: z.string(),
    found: z.enum(['nothing', 'little']),
    /** Accreditation that it was asked with; who asked is not kept. */
    audience: Accreditation,
    count: z.int(),
    firstAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
  })
  .meta({ id: 'KnowledgeGap' })
export type KnowledgeGap = z.infer<typeof KnowledgeGap>

export const KnowledgeGaps = pageOf(KnowledgeGap).meta({ id: 'KnowledgeGaps' })
export type KnowledgeGaps = z.infer<typeof KnowledgeGaps>
