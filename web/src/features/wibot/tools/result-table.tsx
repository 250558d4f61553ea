import type { Locale } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollBox } from '../../../markdown/scroll-box.tsx'
import { Button } from '../../../ui/button.tsx'
import { cn } from '../../../ui/class-names.ts'
import type { ResultTable, Scalar } from './result-view.ts'
import { useToolWords } from './use-tool-words.ts'

const shownAtFirst = 5

/** Rows of a tool result, the first five at once; figures are aligned on the right. */
export function ResultRows({ table, locale }: { table: ResultTable; locale: Locale }) {
  const { t } = useTranslation('wibot')
  const { label, value } = useToolWords(locale)
  const [isWhole, setIsWhole] = useState(false)
  const rows = isWhole ? table.rows : table.rows.slice(0, shownAtFirst)
  const isFigure = (column: string) => table.rows.some(({ cells }) => typeof cells[column] === 'number')
  return (
    <div className="flex flex-col items-start gap-1">
      <ScrollBox label={label(table.key)}>
        <table className="w-full text-sm">
          <caption className="pb-1 text-left text-muted">
            {label(table.key)} ({table.rows.length})
          </caption>
          <thead>
            <tr className="border-b text-left text-muted text-xs">
              {table.columns.map((column) => (
                <th key={column} scope="col" className={cellClass(isFigure(column))}>
                  {label(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rank, cells }) => (
              <tr key={rank} className="border-b align-top last:border-0">
                {table.columns.map((column) => (
                  <td key={column} className={cellClass(isFigure(column))}>
                    <Cell isFigure={isFigure(column)} text={write(column, cells[column], value)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {!isWhole && table.rows.length > shownAtFirst && (
        <Button variant="ghost" size="sm" className="-ml-2" onClick={() => setIsWhole(true)}>
          {t('tool.more', { count: table.rows.length - shownAtFirst })}
        </Button>
      )}
    </div>
  )
}

function Cell({ text, isFigure }: { text: string; isFigure: boolean }) {
  if (isFigure) return <span className="whitespace-nowrap">{text}</span>
  return <span className="line-clamp-2 min-w-16 max-w-72">{text}</span>
}

function cellClass(isFigure: boolean): string {
  return cn('py-1 pr-4 font-normal last:pr-0', isFigure && 'tabular text-right')
}

function write(
  column: string,
  cell: Scalar | null | undefined,
  value: (key: string, value: Scalar) => string,
): string {
  return cell === null || cell === undefined ? '–' : value(column, cell)
}
