import { z } from 'zod'
import { DocumentProblemText } from './knowledge-ingest.ts'
import { PassageMark } from './knowledge-marks.ts'
import { Accreditation } from './levels.ts'

/** A stored document with the passages that citations open. */
export const KnowledgeDocument = z
  .object({
    id: z.string(),
    title: z.string(),
    path: z.string(),
    kind: z.enum(['procedure', 'client', 'faq', 'case']),
    client: z.string().optional(),
    /** What it is about: GLPI, Active Directory, the firewall. */
    system: z.string().optional(),
    /** The least accreditation that may read it. */
    audience: Accreditation.optional(),
    updatedAt: z.iso.datetime(),
    /** The last day on which it holds; past it, an answer says that it is outdated. */
    validUntil: z.iso.date().optional(),
    /** Why its file cannot be read any more: what is shown is the last good version. */
    problem: DocumentProblemText.optional(),
    chunks: z.array(
      z.object({
        id: z.string(),
        headingPath: z.array(z.string()),
        content: z.string(),
        mark: PassageMark.optional(),
      }),
    ),
  })
  .meta({ id: 'KnowledgeDocument' })
export type KnowledgeDocument = z.infer<typeof KnowledgeDocument>
