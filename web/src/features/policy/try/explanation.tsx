import type { PolicyExplanation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useLocale, useText } from '../../../i18n/use-locale.ts'
import { formatFull } from '../../../lib/time.ts'
import { LevelBadge } from '../../../ui/level-badge.tsx'
import { OutcomeBadge } from '../outcome-badge.tsx'
import { WeighedRuleItem } from './weighed-rule.tsx'

/** What the policy says: the verdict in a sentence, then every rule, those that matched first. */
export function Explanation({ explanation }: { explanation: PolicyExplanation }) {
  const { t } = useTranslation('policy')
  const text = useText()
  const locale = useLocale()
  const { rules, level, baseLevel, outcome, sentence, at } = explanation
  const matched = rules.filter((rule) => rule.matched)
  const others = rules.filter((rule) => !rule.matched)
  return (
    <section aria-labelledby="verdict-title" className="flex flex-col gap-5">
      <div className="flex flex-col gap-2 rounded-card border bg-surface p-4">
        <h2 id="verdict-title" className="sr-only">
          {t('explanation.title')}
        </h2>
        <p className="flex flex-wrap items-center gap-2">
          <OutcomeBadge outcome={outcome} />
          <LevelBadge level={level} />
          {level !== baseLevel && (
            <span className="text-muted text-sm">{t('explanation.raisedFrom', { level: baseLevel })}</span>
          )}
        </p>
        <p className="font-medium">{text(sentence)}</p>
        <p className="text-muted text-xs tabular">
          {t('explanation.at', { time: formatFull(new Date(at), locale) })}
        </p>
      </div>
      <RuleGroup title={t('explanation.matched', { count: matched.length })} rules={matched} isOpen />
      <RuleGroup title={t('explanation.others', { count: others.length })} rules={others} />
    </section>
  )
}

interface RuleGroupProps {
  title: string
  rules: PolicyExplanation['rules']
  isOpen?: boolean
}

function RuleGroup({ title, rules, isOpen = false }: RuleGroupProps) {
  if (rules.length === 0) return <p className="text-muted text-sm">{title}</p>
  return (
    <div className="flex flex-col gap-1">
      <h3 className="font-medium text-muted text-sm">{title}</h3>
      <ul className="divide-y border-y">
        {rules.map((rule) => (
          <WeighedRuleItem key={rule.name} rule={rule} isOpen={isOpen} />
        ))}
      </ul>
    </div>
  )
}
