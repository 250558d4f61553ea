import type { ConversationExport, ExportQuery } from '@hub/contracts'
import type { z } from 'zod'

const longest = 60

/** A file name that every system takes: letters, digits and dashes. */
export function exportName(
  { conversation, exportedAt }: ConversationExport,
  format: z.infer<typeof ExportQuery>['format'],
): string {
  const slug = conversation.title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  const name = ['wibot', slug, exportedAt.slice(0, 10)].filter(Boolean).join('-')
  return `${name}.${format === 'json' ? 'json' : 'md'}`
}
