const pageSize = 50

export interface Page<T> {
  items: T[]
  total: number
  page: number
  pageCount: number
}

/** One page of a list; a page beyond the end is empty. Pure. */
export function pageOf<T>(all: readonly T[], page: number): Page<T> {
  const pageCount = Math.max(1, Math.ceil(all.length / pageSize))
  return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageCount }
}

/** What a sentence adds when there is more than this page; empty for a single page. */
export function pageNote({ page, pageCount }: { page: number; pageCount: number }): {
  fr: string
  en: string
} {
  if (pageCount === 1) return { fr: '', en: '' }
  return { fr: ` (page ${page} sur ${pageCount})`, en: ` (page ${page} of ${pageCount})` }
}
