import type { PolicyRule } from '@hub/contracts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { useText } from '../../../i18n/use-locale.ts'
import { Loaded } from '../../../page/loaded.tsx'
import { Refusal } from '../../../page/refusal.tsx'
import { Section } from '../../../page/section.tsx'
import { dryRun, policyQuery } from '../policy-api.ts'
import { DryRunForm } from './dry-run-form.tsx'
import { DryRunOutcome } from './dry-run-outcome.tsx'
import { readProblems } from './read-problems.ts'

/** The text that is being tried; it outlives the page, and is the policy in force until somebody changes it. */
const useDryRunDraft = create<{ text: string | undefined; days: number }>(() => ({
  text: undefined,
  days: 30,
}))

/** A changed policy, tried on what was really asked: what would go another way. */
export function DryRunView() {
  const { t } = useTranslation('policy')
  const localized = useText()
  const query = useQuery(policyQuery)
  const run = useMutation({ mutationFn: dryRun })
  const { text, days } = useDryRunDraft()
  const problems = readProblems(run.error)
  const titleIn = (rules: readonly PolicyRule[], rule: string) => {
    const title = rules.find(({ name }) => name === rule)?.title
    return title ? localized(title) : rule
  }
  return (
    <Section title={t('dryRun.title')} help={t('dryRun.help')}>
      <Loaded query={query} failed={t('failed')}>
        {(inForce) => (
          <>
            <DryRunForm
              text={text ?? inForce.text}
              days={days}
              problems={problems}
              isChanged={text !== undefined && text !== inForce.text}
              isBusy={run.isPending}
              onText={(changed) => useDryRunDraft.setState({ text: changed })}
              onDays={(chosen) => useDryRunDraft.setState({ days: chosen })}
              onReset={() => {
                useDryRunDraft.setState({ text: undefined })
                run.reset()
              }}
              onSubmit={() => run.mutate({ text: text ?? inForce.text, days })}
            />
            {problems.length === 0 && <Refusal error={run.error} />}
            <div aria-live="polite">
              {run.data && (
                <DryRunOutcome
                  result={run.data}
                  days={run.variables.days}
                  titleOf={(rule) => titleIn(inForce.policy.rules, rule)}
                />
              )}
            </div>
          </>
        )}
      </Loaded>
    </Section>
  )
}
