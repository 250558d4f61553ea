import type { Policy, PolicyTerms } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { cn } from '../../../ui/class-names.ts'
import { LevelBadge } from '../../../ui/level-badge.tsx'
import { termKeys, useTermWords } from './term-words.ts'

const levels = ['L3', 'L4'] as const
const cell = 'px-3 py-2 align-top'

/** What each gated level asks before a call runs, one term per row. */
export function TermsTable({ levels: terms }: { levels: Policy['levels'] }) {
  const { t } = useTranslation('policy')
  const words = useTermWords()
  return (
    <div className="overflow-hidden rounded-card border bg-surface">
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{t('levels.title')}</caption>
        <thead className="border-b bg-sunken">
          <tr>
            <th scope="col" className={cn(cell, 'font-medium text-muted text-xs')}>
              {t('terms.term')}
            </th>
            {levels.map((level) => (
              <th key={level} scope="col" className={cn(cell, 'w-1/3')}>
                <LevelBadge level={level} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {termKeys.map((key) => (
            <tr key={key}>
              <th scope="row" className={cn(cell, 'font-normal text-muted')}>
                {t(`terms.${key}`)}
              </th>
              {levels.map((level) => (
                <td key={level} className={cn(cell, 'tabular')}>
                  {words(key, terms[level][key])}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className={cn(cell, 'font-normal text-muted')}>
              {t('terms.ladder')}
            </th>
            {levels.map((level) => (
              <td key={level} className={cn(cell, 'tabular')}>
                <Ladder ladder={terms[level].ladder} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function Ladder({ ladder }: { ladder: PolicyTerms['ladder'] }) {
  const { t } = useTranslation('policy')
  if (ladder.length === 0) return t('terms.nobody')
  return (
    <ul>
      {ladder.map(({ at, tell }) => (
        <li key={at}>{t('terms.step', { percent: Math.round(at * 100), level: tell })}</li>
      ))}
    </ul>
  )
}
