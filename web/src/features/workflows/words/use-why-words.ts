import { useTranslation } from 'react-i18next'
import { whyOf } from './why.ts'

/** Why a step failed, in the words of the reader. */
export function useWhyWords(): (problem: Parameters<typeof whyOf>[0]) => string {
  const { t } = useTranslation('workflows')
  return (problem) => {
    const why = whyOf(problem)
    if (why.kind === 'said') return why.message
    if (why.kind === 'fault') return t('why.fault')
    return t(`why.${why.kind}`, { system: why.system ?? t('why.someSystem') })
  }
}
