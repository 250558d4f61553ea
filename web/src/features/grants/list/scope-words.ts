import type { GrantScope } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { inSentence, useCallWords } from '../../../calls/use-call-words.ts'
import { useLocale } from '../../../i18n/use-locale.ts'

/** What a grant covers as the end of a sentence: "if client is ..., with ...". */
export function useScopeWords(): (scope: GrantScope) => string {
  const { t } = useTranslation('grants')
  const words = useCallWords()
  const locale = useLocale()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return ({ target, arguments: given, targetIds }) => {
    const conditions = [
      ...Object.entries(target).map(([fact, value]) =>
        t('scope.is', { name: inSentence(words.fact(fact)), value: words.value(value) }),
      ),
      ...Object.entries(given).map(([argument, value]) =>
        t('scope.is', { name: inSentence(words.argument(argument)), value: words.value(value) }),
      ),
      ...(targetIds.length > 0 ? [t('scope.oneOf', { count: targetIds.length })] : []),
    ]
    return t('scope.if', { conditions: list.format(conditions) })
  }
}
