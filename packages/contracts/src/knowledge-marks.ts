import { z } from 'zod'
import { pageOf } from './page.ts'
import { holdsSecret } from './tools/memory-secret-text.ts'

export const markKinds = ['wrong', 'outdated'] as const
export const MarkKind = z.enum(markKinds)
export type MarkKind = z.infer<typeof MarkKind>

/**
 * `open`: reported, not checked yet. `confirmed`: somebody of N2 checked it, searches leave the passage out.
 * `dismissed`: the passage is right.
 */
export const markStates = ['open', 'confirmed', 'dismissed'] as const
export const MarkState = z.enum(markStates)
export type MarkState = z.infer<typeof MarkState>

/** What a passage carries: the mark in force on its text. */
export const PassageMark = z.object({ kind: MarkKind, state: z.enum(['open', 'confirmed']) })
export type PassageMark = z.infer<typeof PassageMark>

const Person = z.object({ userId: z.string(), displayName: z.string() })

/** That a passage is wrong or outdated, and what became of it. */
export const KnowledgeMark = z
  .object({
    id: z.string(),
    kind: MarkKind,
    state: MarkState,
    note: z.string(),
    documentId: z.string(),
    title: z.string(),
    path: z.string(),
    headingPath: z.array(z.string()),
    /** Beginning of the passage as it was marked. */
    excerpt: z.string(),
    /** The passage as it is now; null once its text is another one: the mark holds no more. */
    chunkId: z.string().nullable(),
    by: Person,
    at: z.iso.datetime(),
    resolvedBy: Person.optional(),
    resolvedAt: z.iso.datetime().optional(),
    resolution: z.string().optional(),
  })
  .meta({ id: 'KnowledgeMark' })
export type KnowledgeMark = z.infer<typeof KnowledgeMark>

export const KnowledgeMarks = pageOf(KnowledgeMark).meta({ id: 'KnowledgeMarks' })
export type KnowledgeMarks = z.infer<typeof KnowledgeMarks>

const note = z
  .string()
  .trim()
  .max(500)
  .refine((text) => !holdsSecret(text), 'looks like it holds a password or a key: leave it out')

/** Says that a passage is wrong or outdated, and what it should say. */
export const MarkPassageInput = z.object({ kind: MarkKind, note: note.min(3) }).strict()
export type MarkPassageInput = z.infer<typeof MarkPassageInput>

/** The word of who looks after the documents; a confirmed mark can still be dismissed. */
export const ResolveMarkInput = z
  .object({ decision: z.enum(['confirm', 'dismiss']), note: note.optional() })
  .strict()
export type ResolveMarkInput = z.infer<typeof ResolveMarkInput>
