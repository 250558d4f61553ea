import { CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TextProblem } from './read-problems.ts'

interface ProblemListProps {
  problems: readonly TextProblem[]
  onOpen: (line: number) => void
}

const byLine = (a: TextProblem, b: TextProblem) => (a.line ?? 0) - (b.line ?? 0)

/** What is wrong with the text, each problem with its line; a press leads there. */
export function ProblemList({ problems, onOpen }: ProblemListProps) {
  const { t } = useTranslation('policy')
  if (problems.length === 0) return <p className="text-muted text-sm lg:pt-6">{t('dryRun.rules')}</p>
  return (
    <section aria-label={t('dryRun.problems')} className="lg:pt-6">
      <ul className="flex flex-col gap-2 text-sm">
        {problems.toSorted(byLine).map(({ line, message }) => (
          <li key={`${line} ${message}`} className="flex gap-2">
            <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" strokeWidth={1.75} />
            <span className="min-w-0 break-words">
              {line !== undefined && (
                <button
                  type="button"
                  onClick={() => onOpen(line)}
                  className="mr-1 min-h-6 font-medium text-accent-ink underline underline-offset-2 tabular"
                >
                  {t('dryRun.line', { line })}
                </button>
              )}
              <code lang="en" className="text-xs">
                {message}
              </code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
