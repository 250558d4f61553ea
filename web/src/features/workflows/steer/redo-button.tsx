import { useTranslation } from 'react-i18next'
import { AskButton } from './ask-button.tsx'
import { useSteer } from './use-steer.ts'

interface RedoButtonProps {
  runId: string
  step: { number: number; words: string }
  isBusy: boolean
}

/** Runs an ended run again from one of its steps. */
export function RedoButton({ runId, step: { number, words }, isBusy }: RedoButtonProps) {
  const { t } = useTranslation('workflows')
  const steer = useSteer(runId)
  return (
    <AskButton
      size="sm"
      disabled={isBusy}
      className="md:opacity-0 md:focus-visible:opacity-100 md:group-focus-within:opacity-100 md:group-hover:opacity-100"
      open={t('steer.fromStep')}
      label={t('steer.fromStepNamed', { step: words })}
      title={t('steer.ask.fromStep', { step: words })}
      help={t('steer.ask.fromStepHelp')}
      submit={t('steer.submit.retry')}
      reason="optional"
      change={steer}
      onSubmit={(reason, onDone) =>
        steer.mutate({ kind: 'retry', step: number, ...(reason && { reason }) }, { onSuccess: onDone })
      }
    />
  )
}
