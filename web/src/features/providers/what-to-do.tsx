import type { ChatProvider } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { adviceOf } from './advice-of.ts'

const steps = ['first', 'second', 'third'] as const

/** What to do about the trouble of an engine: steps by its last error; open while it is down. */
export function WhatToDo({ provider }: { provider: ChatProvider }) {
  const { t } = useTranslation('providers')
  const advice = adviceOf(provider)
  if (advice === null) return null
  const { state, models } = provider
  const model = models.find(({ installed }) => installed === false)?.model ?? models[0]?.model ?? ''
  return (
    <details open={state === 'down'} className="rounded-control bg-sunken px-3 py-1.5 text-sm">
      <summary className="min-h-6 cursor-pointer font-medium max-md:flex max-md:min-h-11 max-md:items-center">
        {t(`advice.${advice}.title`)}
      </summary>
      <ol className="my-1 flex max-w-[80ch] list-decimal flex-col gap-1 pl-5">
        {steps.map((step) => (
          <li key={step} className="break-words">
            {t(`advice.${advice}.${step}`, { model })}
          </li>
        ))}
      </ol>
      <p className="mb-1 text-muted">{t('advice.meanwhile')}</p>
    </details>
  )
}
