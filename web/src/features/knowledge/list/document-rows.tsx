import type { ListedDocument } from '@hub/contracts'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentRow } from './document-row.tsx'

const rowPx = 61

/** The list however long: only the rows near the screen exist. */
export function DocumentRows({ documents }: { documents: ListedDocument[] }) {
  const { t } = useTranslation('knowledge')
  const list = useRef<HTMLUListElement>(null)
  const pane = useRef<Element | null>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useEffect(() => {
    const found = list.current?.closest('main') ?? null
    pane.current = found
    const top = list.current?.getBoundingClientRect().top ?? 0
    setScrollMargin(top - (found?.getBoundingClientRect().top ?? 0) + (found?.scrollTop ?? 0))
  }, [])
  const rows = useVirtualizer({
    count: documents.length,
    getScrollElement: () => pane.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => documents[index]?.path ?? index,
    overscan: 10,
    scrollMargin,
  })
  return (
    <ul
      ref={list}
      aria-label={t('list.label')}
      className="relative border-t"
      style={{ height: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const document = documents[index]
        if (!document) return null
        return (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            aria-setsize={documents.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - scrollMargin}px)` }}
            className="absolute inset-x-0 top-0 border-b hover:bg-hover"
          >
            <DocumentRow document={document} />
          </li>
        )
      })}
    </ul>
  )
}
