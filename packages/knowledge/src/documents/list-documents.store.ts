import {
  type Accreditation,
  type DocumentState,
  hasAccreditation,
  ListedDocument,
  type ListedDocuments,
  ValidationError,
} from '@hub/contracts'
import type { Clock } from '@hub/kernel'
import { type Db, Prisma } from '@hub/prisma'
import { readableAudiences } from '../audience.policy.ts'
import { problemText } from '../ingest/document-reasons.ts'
import { storedProblem } from '../ingest/file-state.store.ts'
import { fold } from '../text/fold.ts'
import { isoDay } from './iso-day.ts'

/** A file of which no version was ever good has no audience of its own: those who look after the documents see it. */
const audienceOfFailed = 'N2'

export interface DocumentsQuestion {
  /** Words that title, path, client or system must hold, without case and accents. */
  q?: string | undefined
  kind?: ListedDocument['kind'] | undefined
  /** Name of the client, without case and accents. */
  client?: string | undefined
  state?: DocumentState | undefined
  /** `nextCursor` of the page before. */
  cursor?: string | undefined
  limit: number
  /** Accreditation of the reader. */
  audience: Accreditation
}

interface Row {
  id: string | null
  path: string
  title: string | null
  kind: string | null
  client: string | null
  system: string | null
  audience: string
  state: string
  updatedAt: Date | null
  validUntil: Date | null
  format: string | null
  size: number | null
  checkedAt: Date | null
  passages: number
  problem: unknown
}

/**
 * Documents and cases that a reader may see, and for those of N2 and up the files that could not be read, by path.
 * @throws ValidationError for a cursor that is none
 */
export async function listDocuments(
  { db, clock }: { db: Db; clock: Clock },
  question: DocumentsQuestion,
): Promise<ListedDocuments> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT d.id::text, coalesce(d.path, f.path) AS path, d.title, d.kind, d.client_name AS client, d.system,
        coalesce(d.audience, ${audienceOfFailed}) AS audience, ${stateOf(clock.now())} AS state,
        d.updated_at AS "updatedAt", d.valid_until AS "validUntil", f.format, f.size, f.checked_at AS "checkedAt",
        f.problem, (SELECT count(*)::int FROM knowledge_chunks c WHERE c.document_id = d.id) AS passages
      FROM knowledge_documents d FULL JOIN knowledge_files f ON f.path = d.path
    ) AS document
    WHERE ${conditions(question)}
    ORDER BY path COLLATE "C" LIMIT ${question.limit + 1}`
  const items = rows.slice(0, question.limit).map(presentRow)
  const last = rows.length > question.limit ? items.at(-1) : undefined
  return { items, nextCursor: last ? Buffer.from(last.path).toString('base64url') : null }
}

const stateOf = (now: Date) => Prisma.sql`CASE
  WHEN d.id IS NULL THEN 'failed'
  WHEN f.problem IS NOT NULL THEN 'stale'
  WHEN d.valid_until < ${isoDay(now)}::date THEN 'outdated'
  ELSE 'ready'
END`

function conditions({ q, kind, client, state, cursor, audience }: DocumentsQuestion): Prisma.Sql {
  const audiences = readableAudiences(audience)
  const wanted = [
    Prisma.sql`audience = ANY(${audiences}::text[])`,
    ...(hasAccreditation(audience, audienceOfFailed) ? [] : [Prisma.sql`id IS NOT NULL`]),
    ...wordsOf(q).map((word) => Prisma.sql`${haystack} LIKE ${`%${escapeLike(word)}%`}`),
    ...(kind ? [Prisma.sql`kind = ${kind}`] : []),
    ...(client ? [Prisma.sql`lower(unaccent(client)) = lower(unaccent(${client}))`] : []),
    ...(state ? [Prisma.sql`state = ${state}`] : []),
    ...(cursor ? [Prisma.sql`path COLLATE "C" > ${readCursor(cursor)}`] : []),
  ]
  return Prisma.join(wanted, ' AND ')
}

const haystack = Prisma.sql`lower(unaccent(concat_ws(' ', title, path, client, system)))`
const wordsOf = (q = '') =>
  fold(q.replaceAll('\0', ' '))
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 10)
const escapeLike = (word: string) => word.replace(/[\\%_]/g, '\\$&')

function readCursor(cursor: string): string {
  const path = Buffer.from(cursor, 'base64url').toString()
  if (path !== '' && !path.includes('\0')) return path
  throw new ValidationError('The cursor is no place in this list', {
    fields: [{ path: 'cursor', message: 'is no place in this list' }],
  })
}

function presentRow(row: Row): ListedDocument {
  const problem = storedProblem(row.problem)
  const known = Object.entries({ ...row, updatedAt: undefined, validUntil: undefined, checkedAt: undefined })
  return ListedDocument.parse({
    ...Object.fromEntries(known.filter(([, value]) => value !== null)),
    title: row.title ?? row.path,
    updatedAt: row.updatedAt?.toISOString(),
    validUntil: row.validUntil ? isoDay(row.validUntil) : undefined,
    checkedAt: row.checkedAt?.toISOString(),
    problem: problem && problemText(problem),
  })
}
