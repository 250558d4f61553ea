import { localToInstant } from '../../local-time.ts'
import type { GlpiAccount } from '../account.ts'
import type { TimelineEntry } from '../domain/timeline.ts'
import { hasMarker, markerLine, splitMarker } from '../format/marker.ts'
import { toPlainText, toRichText } from '../format/rich-text.ts'
import type { EntryRow } from '../schemas.ts'

/** Rows of a thread as entries; whose account they are from is asked only when one carries a marker. */
export async function toEntries<Row extends EntryRow>(
  rows: Row[],
  { account, timeZone }: { account: GlpiAccount; timeZone: string },
): Promise<{ row: Row; entry: TimelineEntry }[]> {
  const plain = rows.map((row) => ({ row, text: toPlainText(row.content) }))
  const ownId = plain.some(({ text }) => hasMarker(text)) ? await account.id() : null
  return plain.map(({ row, text }) => ({
    row,
    entry: {
      id: row.id,
      authorId: row.users_id,
      at: localToInstant(row.date ?? row.date_creation, timeZone),
      isPrivate: row.is_private,
      ...splitMarker(text, row.users_id === ownId),
    },
  }))
}

/** Plain text with the marker of its key, as the HTML that GLPI stores. */
export function toMarkedText(text: string, key: string): string {
  return toRichText(`${text}\n\n${markerLine(key)}`)
}
