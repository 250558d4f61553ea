import type { Source } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { isOver, useDay } from '../../../passages/use-day.ts'

/** Why a cited passage is to be doubted, in a few words; null when nothing is known against it. */
export function useDoubt(): (source: Pick<Source, 'mark' | 'validUntil'>) => string | null {
  const { t } = useTranslation('wibot')
  const day = useDay()
  return ({ mark, validUntil }) => {
    if (mark) return t(`source.marked.${mark.kind}`)
    return isOver(validUntil) ? t('source.over', { date: day(validUntil) }) : null
  }
}
