import type { WeighedRule } from '@hub/contracts'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCallWords } from '../../../calls/use-call-words.ts'
import { useConditionWords } from '../../../calls/use-condition-words.ts'
import { useText } from '../../../i18n/use-locale.ts'
import { cn } from '../../../ui/class-names.ts'
import { LevelBadge } from '../../../ui/level-badge.tsx'
import { attributeNames, type KnownAttribute } from '../context/attribute-facts.ts'

/** One rule of the policy: what it does, and each condition with what was wanted and what was found. */
export function ExplanationRule({ rule }: { rule: WeighedRule }) {
  const { t } = useTranslation('safeguard')
  const text = useText()
  return (
    <li className="flex flex-col gap-1.5 rounded-card border px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{text(rule.title)}</span>
        {rule.raiseTo && <LevelBadge level={rule.raiseTo} />}
        {rule.refuse && <span className="text-danger">{t('explanation.refuses')}</span>}
      </p>
      {rule.conditions.length > 0 && (
        <table className="block w-full text-xs">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('explanation.fact')}</th>
              <th scope="col">{t('explanation.wanted')}</th>
              <th scope="col">{t('explanation.found')}</th>
            </tr>
          </thead>
          <tbody className="flex flex-col gap-1">
            {rule.conditions.map((condition) => (
              <Condition key={condition.fact} condition={condition} />
            ))}
          </tbody>
        </table>
      )}
    </li>
  )
}

function Condition({ condition }: { condition: WeighedRule['conditions'][number] }) {
  const { t } = useTranslation('safeguard')
  const words = useConditionWords()
  const { fact, expected, actual, met } = condition
  const Icon = met ? Check : X
  return (
    <tr className="grid grid-cols-[1fr_1fr] gap-x-3 sm:grid-cols-[minmax(120px,2fr)_3fr_3fr]">
      <th scope="row" className="flex items-start gap-1.5 text-left font-normal text-muted max-sm:col-span-2">
        <Icon
          aria-hidden
          className={cn('mt-0.5 size-3.5 shrink-0', met ? 'text-ok' : 'text-off')}
          strokeWidth={2}
        />
        <span className="min-w-0 break-words">
          <FactName fact={fact} />
          <span className="sr-only"> ({t(met ? 'explanation.met' : 'explanation.notMet')})</span>
        </span>
      </th>
      <td className="min-w-0 break-words max-sm:pl-5">
        <span className="text-muted">{t('explanation.wantedShort')}</span> {words(fact, expected)}
      </td>
      <td className="min-w-0 break-words">
        <span className="text-muted">{t('explanation.foundShort')}</span> {words(fact, actual)}
      </td>
    </tr>
  )
}

const callFacts = ['tool', 'level', 'client', 'requester', 'outsideWorkingHours'] as const
const isCallFact = (fact: string): fact is (typeof callFacts)[number] =>
  callFacts.some((known) => known === fact)
const isAttribute = (key: string): key is KnownAttribute => attributeNames.some((known) => known === key)

/** What a condition looks at, in words where it has them. */
function FactName({ fact }: { fact: string }) {
  const { t } = useTranslation('safeguard')
  const words = useCallWords()
  if (isCallFact(fact)) return t(`explanation.facts.${fact}`)
  const [kind, ...rest] = fact.split('.')
  const key = rest.join('.')
  if (kind !== 'target') return words.argument(key)
  return isAttribute(key) ? t(`attributes.${key}`) : words.fact(key)
}
