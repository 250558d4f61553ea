import type { WeighedRule } from '@hub/contracts'
import { Check, ChevronRight, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCallWords } from '../../../calls/use-call-words.ts'
import { useConditionWords } from '../../../calls/use-condition-words.ts'
import { useLocale, useText } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { useEffectWords } from '../in-force/rule-words.ts'

type Condition = WeighedRule['conditions'][number]

/** One rule: did it match, what it asks, and each condition with what was found. */
export function WeighedRuleItem({ rule, isOpen }: { rule: WeighedRule; isOpen: boolean }) {
  const { t } = useTranslation('policy')
  const text = useText()
  const effects = useEffectWords()(rule)
  const and = new Intl.ListFormat(useLocale(), { type: 'conjunction' })
  const Mark = rule.matched ? Check : X
  return (
    <li>
      <details open={isOpen} className="group">
        <summary className="flex min-h-9 list-none items-start gap-2 py-2 text-sm hover:bg-hover max-md:min-h-11">
          <ChevronRight
            aria-hidden
            className="mt-0.5 size-4 shrink-0 text-faint transition-transform duration-120 group-open:rotate-90"
          />
          <Mark
            aria-hidden
            className={cn('mt-0.5 size-4 shrink-0', rule.matched ? 'text-ok' : 'text-faint')}
            strokeWidth={2}
          />
          <span className="min-w-0">
            <span className="font-medium">{text(rule.title)}</span>
            <span className="sr-only">
              , {t(rule.matched ? 'explanation.didMatch' : 'explanation.didNot')}
            </span>
            <span className="block text-muted">{and.format(effects)}</span>
          </span>
        </summary>
        {rule.conditions.length === 0 ? (
          <p className="pb-3 pl-12 text-muted text-sm">{t('explanation.always')}</p>
        ) : (
          <Conditions conditions={rule.conditions} />
        )}
      </details>
    </li>
  )
}

function Conditions({ conditions }: { conditions: Condition[] }) {
  const { t } = useTranslation('policy')
  const head = 'py-1 pr-3 font-medium text-muted text-xs'
  return (
    <div className="pb-3 pl-6 sm:pl-12">
      <table className="w-full table-fixed text-left text-sm">
        <thead>
          <tr>
            <th scope="col" className={head}>
              {t('explanation.condition')}
            </th>
            <th scope="col" className={head}>
              {t('explanation.expected')}
            </th>
            <th scope="col" className={head}>
              {t('explanation.found')}
            </th>
            <th scope="col" className={cn(head, 'w-14 pr-0')}>
              {t('explanation.met')}
            </th>
          </tr>
        </thead>
        <tbody>
          {conditions.map((condition) => (
            <ConditionRow key={`${condition.fact} ${condition.expected}`} condition={condition} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ConditionRow({ condition }: { condition: Condition }) {
  const { t: tUi } = useTranslation('ui')
  const factWords = useFactWords()
  const valueWords = useConditionWords()
  const { fact, expected, actual, met } = condition
  const cell = 'break-words py-1 pr-3 align-baseline'
  return (
    <tr>
      <th scope="row" className={cn(cell, 'font-normal')}>
        {factWords(fact)}
      </th>
      <td className={cell}>{valueWords(fact, expected)}</td>
      <td className={cell}>{valueWords(fact, actual)}</td>
      <td className={cn(cell, 'pr-0', met ? 'text-ok' : 'text-danger')}>{tUi(met ? 'yes' : 'no')}</td>
    </tr>
  )
}

const plainFacts = ['tool', 'level', 'client', 'requester', 'outsideWorkingHours'] as const

/** "target.vip" and the like in the reader's language. */
function useFactWords(): (fact: string) => string {
  const { t } = useTranslation('policy')
  const words = useCallWords()
  return (fact) => {
    const plain = plainFacts.find((one) => one === fact)
    if (plain) return t(`explanation.facts.${plain}`)
    const [kind, ...rest] = fact.split('.')
    const name = rest.join('.')
    return kind === 'target'
      ? t('explanation.facts.target', { name: words.fact(name) })
      : t('explanation.facts.argument', { name: words.argument(name) })
  }
}
