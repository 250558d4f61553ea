import type { TwoFactorEnrolment } from '@hub/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../../lib/query-keys.ts'
import { Loaded } from '../../../page/loaded.tsx'
import { Section } from '../../../page/section.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { ProofForm } from './proof-form.tsx'
import { RecoveryCodeList } from './recovery-code-list.tsx'
import { twoFactorApi, twoFactorQuery } from './two-factor-api.ts'
import { TwoFactorState } from './two-factor-state.tsx'

type Step =
  | { name: 'state' }
  | { name: 'start' | 'renew' | 'end' }
  | { name: 'confirm'; enrolment: TwoFactorEnrolment }
  | { name: 'codes'; codes: string[] }

/** The second factor: its state, and one thing at a time to do with it. Secrets live only in this component. */
export function TwoFactorSection() {
  const { t } = useTranslation('profile')
  const client = useQueryClient()
  const query = useQuery(twoFactorQuery)
  const [step, setStep] = useState<Step>({ name: 'state' })
  const toState = () => setStep({ name: 'state' })
  const changed = () => {
    void client.invalidateQueries({ queryKey: twoFactorQuery.queryKey })
    void client.invalidateQueries({ queryKey: queryKeys.me })
  }
  const showCodes = ({ codes }: { codes: string[] }) => {
    setStep({ name: 'codes', codes })
    changed()
  }
  return (
    <Section title={t('twoFactor.title')} help={t('twoFactor.help')}>
      <div className="flex flex-col gap-4 rounded-card border bg-surface p-4">
        {step.name === 'state' && (
          <Loaded query={query} failed={t('twoFactor.failed')} skeleton={<Skeleton className="h-14" />}>
            {(state) => <TwoFactorState state={state} onChoose={(name) => setStep({ name })} />}
          </Loaded>
        )}
        {step.name === 'start' && (
          <ProofForm
            kind="start"
            send={twoFactorApi.start}
            onDone={(enrolment) => setStep({ name: 'confirm', enrolment })}
            onBack={toState}
          />
        )}
        {step.name === 'renew' && (
          <ProofForm kind="renew" send={twoFactorApi.renew} onDone={showCodes} onBack={toState} />
        )}
        {step.name === 'end' && (
          <ProofForm
            kind="end"
            send={twoFactorApi.end}
            onDone={() => {
              toState()
              changed()
            }}
            onBack={toState}
          />
        )}
        {step.name === 'confirm' && (
          <ConfirmStep enrolment={step.enrolment} onDone={showCodes} onBack={toState} />
        )}
        {step.name === 'codes' && <RecoveryCodeList codes={step.codes} onKept={toState} />}
      </div>
    </Section>
  )
}
