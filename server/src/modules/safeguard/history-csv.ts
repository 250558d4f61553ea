import { Readable } from 'node:stream'
import type { Locale } from '@hub/contracts'
import { type ApprovalRow, findHistory, type HistoryFilter } from '@hub/safeguard'
import { stringify } from 'csv-stringify'
import type { ServerContext } from '../../context.ts'

const batch = 200

const headings: Record<Locale, string[]> = {
  fr: [
    'Demande',
    'Action',
    'Outil',
    'Niveau',
    'Cible',
    'Client',
    'Ticket',
    'Demandeur',
    'État',
    'Demandée le',
    'Décidée le',
    'Terminée le',
    'Décisions',
    'Empreinte',
  ],
  en: [
    'Request',
    'Action',
    'Tool',
    'Level',
    'Target',
    'Client',
    'Ticket',
    'Requester',
    'State',
    'Asked at',
    'Decided at',
    'Ended at',
    'Decisions',
    'Digest',
  ],
}

/**
 * The history as a table that a spreadsheet opens: byte order mark, semicolons in French, and no cell that a
 * spreadsheet would run as a formula.
 */
export function historyCsv(
  ctx: ServerContext,
  filter: Omit<HistoryFilter, 'limit' | 'before'>,
  locale: Locale,
): NodeJS.ReadableStream {
  const table = stringify({ bom: true, delimiter: locale === 'fr' ? ';' : ',', escape_formulas: true })
  return Readable.from(cells(ctx, filter, locale)).pipe(table)
}

async function* cells(
  ctx: ServerContext,
  filter: Omit<HistoryFilter, 'limit' | 'before'>,
  locale: Locale,
): AsyncGenerator<(string | number | null)[]> {
  yield headings[locale]
  let before: number | undefined
  for (;;) {
    const rows = await findHistory(ctx.db, { ...filter, before, limit: batch })
    for (const row of rows) yield cellsOf(row, locale)
    before = rows.at(-1)?.number
    if (rows.length < batch) return
  }
}

function cellsOf(row: ApprovalRow, locale: Locale): (string | number | null)[] {
  const decisions = row.decisions.map(
    ({ kind, displayName, at }) => `${kind} ${displayName} ${at.toISOString()}`,
  )
  return [
    row.id,
    textOf(row.sentence, locale),
    row.toolName,
    row.securityLevel,
    textOf(row.target, 'name'),
    textOf(row.context, 'clientName'),
    row.ticketId,
    textOf(row.requestedBy, 'displayName') || textOf(row.requestedBy, 'name'),
    row.state,
    row.createdAt.toISOString(),
    row.decidedAt?.toISOString() ?? null,
    row.finishedAt?.toISOString() ?? null,
    decisions.join(' | '),
    row.digest,
  ]
}

function textOf(value: unknown, key: string): string {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null
  return typeof text === 'string' ? text : ''
}
