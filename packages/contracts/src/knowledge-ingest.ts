import { z } from 'zod'
import { Accreditation, LocalizedText } from './levels.ts'
import { pageOf } from './page.ts'

/** Why a file could not be read: a stable key and its sentence. */
export const DocumentProblemText = z.object({ reason: z.string(), text: LocalizedText })
export type DocumentProblemText = z.infer<typeof DocumentProblemText>

/**
 * `ready`: found by searches. `outdated`: found, past its last day. `stale`: its file cannot be read any more, the last
 * good version is found. `failed`: its file could never be read, nothing is found.
 */
export const documentStates = ['ready', 'outdated', 'stale', 'failed'] as const
export const DocumentState = z.enum(documentStates)
export type DocumentState = z.infer<typeof DocumentState>

/** A document, or a file that is none, in a list. */
export const ListedDocument = z
  .object({
    /** Absent for a file of which there is no good version. */
    id: z.string().optional(),
    path: z.string(),
    title: z.string(),
    kind: z.enum(['procedure', 'client', 'faq', 'case']).optional(),
    client: z.string().optional(),
    system: z.string().optional(),
    audience: Accreditation,
    state: DocumentState,
    updatedAt: z.iso.datetime().optional(),
    validUntil: z.iso.date().optional(),
    /** How the file is written: markdown, html, docx, pdf, text. */
    format: z.string().optional(),
    /** Of the file, in bytes. */
    size: z.int().optional(),
    /** When the file was last read. */
    checkedAt: z.iso.datetime().optional(),
    passages: z.int(),
    problem: DocumentProblemText.optional(),
  })
  .meta({ id: 'ListedDocument' })
export type ListedDocument = z.infer<typeof ListedDocument>

export const ListedDocuments = pageOf(ListedDocument).meta({ id: 'ListedDocuments' })
export type ListedDocuments = z.infer<typeof ListedDocuments>

/** What began a pass: the start of a process, a change of the folder, the clock, a person. */
export const IngestTrigger = z.enum(['start', 'watch', 'schedule', 'manual'])
export type IngestTrigger = z.infer<typeof IngestTrigger>

/** One pass over the documents folder. */
export const IngestRun = z
  .object({
    id: z.string(),
    trigger: IngestTrigger,
    /** The person who asked for it. */
    by: z.object({ userId: z.string(), displayName: z.string() }).optional(),
    state: z.enum(['running', 'done', 'failed', 'interrupted']),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
    /** Unknown until the folder is listed. */
    filesTotal: z.int().optional(),
    filesDone: z.int(),
    currentFile: z.string().optional(),
    added: z.int(),
    updated: z.int(),
    /** Renamed, with the same content: they keep their identity. */
    moved: z.int(),
    removed: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    /** The first files that could not be read. */
    problems: z.array(DocumentProblemText.extend({ path: z.string() })),
    /** Why the pass itself failed. */
    error: DocumentProblemText.optional(),
  })
  .meta({ id: 'IngestRun' })
export type IngestRun = z.infer<typeof IngestRun>

/** The pass that runs now, if any, and the last ones, newest first. */
export const IngestState = z
  .object({ current: IngestRun.nullable(), recent: z.array(IngestRun) })
  .meta({ id: 'IngestState' })
export type IngestState = z.infer<typeof IngestState>
