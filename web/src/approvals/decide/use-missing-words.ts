import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/use-locale.ts'
import type { Missing } from './approve-guard.ts'

/** What is missing for a yes, as an enumeration: "the reason and your proof of presence". */
export function useMissingWords(missing: readonly Missing[]): string {
  const { t } = useTranslation('approvals')
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' })
  return list.format(missing.map((one) => t(`missing.${one}`)))
}
