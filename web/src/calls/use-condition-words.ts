import { useTranslation } from 'react-i18next'
import { useLocale } from '../i18n/use-locale.ts'
import { useCallWords } from './use-call-words.ts'

const requesters = ['user', 'workflow', 'mcp-client', 'system'] as const

/**
 * A value that a condition of the policy wanted or found, in the reader's language; what has no word stays as it is.
 * @returns from the fact ("tool", "target.vip") and its value as the policy writes it ("a | b", "true", "-")
 */
export function useConditionWords(): (fact: string, value: string) => string {
  const { t } = useTranslation('calls')
  const { t: tUi } = useTranslation('ui')
  const { tool } = useCallWords()
  const either = new Intl.ListFormat(useLocale(), { type: 'disjunction' })
  return (fact, value) => {
    if (value === '-') return tUi('none')
    const parts = value.split(' | ')
    if (fact === 'tool') return either.format(parts.map(tool))
    const requester = requesters.find((one) => one === value)
    if (fact === 'requester' && requester) return t(`requesters.${requester}`)
    return either.format(parts).replace(/^(true|false)\b/, (word) => tUi(word === 'true' ? 'yes' : 'no'))
  }
}
