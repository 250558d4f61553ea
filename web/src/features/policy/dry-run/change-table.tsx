import type { DryRunResult } from '@hub/contracts'
import { ArrowRight, ShieldMinus, ShieldPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCallWords } from '../../../calls/use-call-words.ts'
import { cn } from '../../../ui/class-names.ts'
import { Moment } from '../../../ui/moment.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { ChangedTerms, VerdictWords } from './verdict-words.tsx'

type Change = DryRunResult['changes'][number]
const cell = 'px-2 py-2 align-top max-md:block max-md:px-0 max-md:py-0.5'

/** The calls that would go another way, newest first: what they are, before and after. */
export function ChangeTable({ changes, titleOf }: { changes: Change[]; titleOf: (rule: string) => string }) {
  const { t } = useTranslation('policy')
  return (
    <table className="w-full text-left text-sm max-md:block">
      <caption className="sr-only">{t('dryRun.changes')}</caption>
      <thead className="border-b text-muted text-xs max-md:sr-only">
        <tr>
          {(['change', 'call', 'verdict', 'rules', 'at'] as const).map((column) => (
            <th key={column} scope="col" className="px-2 py-2 font-medium">
              {t(`dryRun.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {changes.map((change) => (
          <ChangeRow key={`${change.kind} ${change.id}`} change={change} titleOf={titleOf} />
        ))}
      </tbody>
    </table>
  )
}

function ChangeRow({ change, titleOf }: { change: Change; titleOf: (rule: string) => string }) {
  const { t } = useTranslation('policy')
  const words = useCallWords()
  const isLooser = change.change === 'looser'
  const name = t('dryRun.call', { action: words.tool(change.toolName), target: change.targetName })
  return (
    <tr className="border-b max-md:block max-md:py-2">
      <td className={cn(cell, 'w-px whitespace-nowrap')}>
        <StatusBadge tone={isLooser ? 'danger' : 'info'} icon={isLooser ? ShieldMinus : ShieldPlus}>
          {t(`dryRun.change.${change.change}`)}
        </StatusBadge>
      </td>
      <td className={cn(cell, 'break-words')}>
        {change.kind === 'approval' ? (
          <Link to={`/safeguard/${change.id}`} className="font-medium hover:underline">
            {name}
          </Link>
        ) : (
          <span className="font-medium">{name}</span>
        )}
      </td>
      <td className={cell}>
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <VerdictWords verdict={change.before} />
          <ArrowRight aria-label={t('dryRun.becomes')} className="size-3.5 shrink-0 text-faint" />
          <VerdictWords verdict={change.after} />
        </span>
        <ChangedTerms before={change.before} after={change.after} />
      </td>
      <td className={cn(cell, 'text-muted')}>{change.rules.map(titleOf).join(', ')}</td>
      <td className={cn(cell, 'w-px whitespace-nowrap text-muted')}>
        <Moment at={change.at} />
      </td>
    </tr>
  )
}
