import type { SteerRun } from '@hub/contracts'
import { Ban, type LucideIcon, RotateCcw, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AskButton } from './ask-button.tsx'
import { useSteer } from './use-steer.ts'

const icons: Record<SteerRun['kind'], LucideIcon> = {
  cancel: Ban,
  retry: RotateCcw,
  hand_over: UserRound,
}

interface SteerButtonProps {
  runId: string
  kind: SteerRun['kind']
  isBusy: boolean
}

/** One command for a run, asked back with what it means. */
export function SteerButton({ runId, kind, isBusy }: SteerButtonProps) {
  const { t } = useTranslation('workflows')
  const steer = useSteer(runId)
  const Icon = icons[kind]
  return (
    <AskButton
      {...(kind === 'cancel' && { variant: 'danger' })}
      disabled={isBusy}
      open={
        <>
          <Icon aria-hidden />
          {t(`steer.${kind}`)}
        </>
      }
      title={t(`steer.ask.${kind}`)}
      help={t(`steer.ask.${kind}Help`)}
      submit={t(`steer.submit.${kind}`)}
      reason={kind === 'cancel' ? 'required' : 'optional'}
      change={steer}
      onSubmit={(reason, onDone) => steer.mutate({ kind, ...(reason && { reason }) }, { onSuccess: onDone })}
    />
  )
}
