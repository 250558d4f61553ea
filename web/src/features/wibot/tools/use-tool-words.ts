import type { Locale } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { formatValue } from './format-value.ts'
import type { Scalar } from './result-view.ts'

type Words = Partial<Record<string, string>>

/** Words for the keys and values of tool arguments and results; a key without a word is spelled out as it is. */
export function useToolWords(locale: Locale) {
  const { t } = useTranslation('wibot')
  const labels: Words = t('field', { returnObjects: true })
  const values: Partial<Record<string, Words>> = t('value', { returnObjects: true })
  return {
    label: (key: string) => labels[key] ?? spelled(key),
    value: (key: string, value: Scalar) =>
      (typeof value === 'string' ? values[key]?.[value] : undefined) ?? formatValue(key, value, locale),
  }
}

/** `inBitsPerSecond` as "In bits per second". */
function spelled(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
