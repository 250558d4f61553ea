import type { PolicyRule } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { useRuleWords } from './rule-words.ts'

interface RuleListProps {
  rules: readonly PolicyRule[]
  titleOf: (rule: PolicyRule) => string
}

/** Every rule as a sentence: its name, when it matches, what it then asks. */
export function RuleList({ rules, titleOf }: RuleListProps) {
  const { t } = useTranslation('policy')
  const words = useRuleWords()
  const and = new Intl.ListFormat(useLocale(), { type: 'conjunction' })
  return (
    <ol className="divide-y border-y">
      {rules.map((rule) => {
        const { conditions, effects } = words(rule)
        return (
          <li
            key={rule.name}
            className="grid gap-x-6 gap-y-0.5 py-2.5 text-sm md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <span>
              <span className="font-medium">{titleOf(rule)}</span>
              <code lang="en" className="block break-words text-faint text-xs">
                {rule.name}
              </code>
            </span>
            <span className="break-words">
              <span className="text-muted">
                {conditions.length === 0
                  ? t('rules.always')
                  : t('rules.if', { conditions: and.format(conditions) })}
              </span>{' '}
              <span className="font-medium">{and.format(effects)}</span>.
            </span>
          </li>
        )
      })}
    </ol>
  )
}
