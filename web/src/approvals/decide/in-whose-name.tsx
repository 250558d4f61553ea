import type { Approval } from '@hub/contracts'
import { UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../lib/session.ts'
import { Select } from '../../ui/select.tsx'
import { type DeciderChoice, deciderChoices } from './decider-choices.ts'

/** The names in which the reader may decide on all of these, and the one that is chosen: their own where they can. */
export function useInWhoseName(approvals: readonly Approval[]) {
  const { user } = useMe()
  const [chosen, setChosen] = useState<string>()
  const choices = deciderChoices(approvals, user)
  const choice = choices.find(({ onBehalfOf }) => onBehalfOf === chosen) ?? choices[0]
  return {
    choices,
    choice,
    setChosen,
    /** For the command: nothing in one's own name. */
    onBehalf: choice?.onBehalfOf === undefined ? {} : { onBehalfOf: choice.onBehalfOf },
  }
}

/** Says in whose name the decision is taken; asks only when there is a choice, silent in one's own name. */
export function InWhoseName({ choices, choice, setChosen }: ReturnType<typeof useInWhoseName>) {
  const { t } = useTranslation('approvals')
  const words = ({ onBehalfOf, displayName }: DeciderChoice) =>
    onBehalfOf === undefined ? t('onBehalf.own') : t('onBehalf.of', { name: displayName })
  if (!choice || (choices.length === 1 && choice.onBehalfOf === undefined)) return null
  return (
    <div className="flex items-start gap-2 text-sm">
      <UsersRound aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" strokeWidth={1.75} />
      {choices.length === 1 ? (
        <p className="min-w-0">{t('onBehalf.only', { name: choice.displayName })}</p>
      ) : (
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <span className="text-muted">{t('onBehalf.title')}</span>
          <Select
            label={t('onBehalf.title')}
            value={choice.onBehalfOf ?? ''}
            onChange={(value) => setChosen(value || undefined)}
            options={choices.map((one) => ({ value: one.onBehalfOf ?? '', label: words(one) }))}
          />
        </div>
      )}
    </div>
  )
}
