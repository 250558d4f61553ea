import type { PolicyMatcher, PolicyRule, SecurityLevel, TighterTerms } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { inSentence, useCallWords } from '../../../calls/use-call-words.ts'
import { useLocale } from '../../../i18n/use-locale.ts'
import { useTermWords } from './term-words.ts'

export interface RuleWords {
  /** Empty when the rule always matches. */
  conditions: string[]
  effects: string[]
}

/** A rule of the policy in the reader's language: when it matches, and what it then asks. */
export function useRuleWords(): (rule: PolicyRule) => RuleWords {
  const conditions = useConditionWords()
  const effects = useEffectWords()
  return (rule) => ({ conditions: conditions(rule.when), effects: effects(rule) })
}

function useConditionWords(): (when: PolicyRule['when']) => string[] {
  const { t } = useTranslation('policy')
  const words = useCallWords()
  const matcher = useMatcherWords()
  const either = new Intl.ListFormat(useLocale(), { type: 'disjunction' })
  return (when) => [
    ...(when.tools ? [t('when.tools', { tools: either.format(when.tools.map(words.tool)) })] : []),
    ...(when.level ? [t('when.level', { level: when.level })] : []),
    ...Object.entries(when.target ?? {}).map(([fact, wanted]) =>
      matcher(inSentence(words.fact(fact)), wanted),
    ),
    ...Object.entries(when.arguments ?? {}).map(([name, wanted]) =>
      matcher(inSentence(words.argument(name)), wanted),
    ),
    ...(when.clients ? [t('when.clients', { clients: either.format(when.clients) })] : []),
    ...(when.requester ? [t(`when.requester.${when.requester}`)] : []),
    ...(when.outsideWorkingHours === undefined
      ? []
      : [t(when.outsideWorkingHours ? 'when.outside' : 'when.inside')]),
  ]
}

function useMatcherWords(): (name: string, matcher: PolicyMatcher) => string {
  const { t } = useTranslation('policy')
  const { value } = useCallWords()
  const either = new Intl.ListFormat(useLocale(), { type: 'disjunction' })
  return (name, matcher) => {
    if (typeof matcher !== 'object') return t('matcher.is', { name, value: value(matcher) })
    const { atLeast, atMost, oneOf, not } = matcher
    const parts = [
      ...(atLeast === undefined ? [] : [t('matcher.atLeast', { name, value: atLeast })]),
      ...(atMost === undefined ? [] : [t('matcher.atMost', { name, value: atMost })]),
      ...(oneOf === undefined ? [] : [t('matcher.oneOf', { name, value: either.format(oneOf.map(value)) })]),
      ...(not === undefined ? [] : [t('matcher.not', { name, value: value(not) })]),
    ]
    return parts.join(', ')
  }
}

interface Effects {
  raiseTo?: SecurityLevel | null | undefined
  terms?: TighterTerms | null | undefined
  refuse?: boolean | undefined
}

const demands = ['reasonRequired', 'previewSeen', 'stepUp'] as const
const amounts = ['approvals', 'approver', 'expiresInMinutes', 'maxDeferralHours'] as const

/** What a matching rule does, in words. */
export function useEffectWords(): (rule: Effects) => string[] {
  const { t } = useTranslation('policy')
  const words = useTermWords()
  return ({ raiseTo, terms, refuse }) => [
    ...(refuse ? [t('effect.refuse')] : []),
    ...(raiseTo ? [t('effect.raise', { level: raiseTo })] : []),
    ...amounts.flatMap((key) => {
      const value = terms?.[key]
      if (value === undefined) return []
      if (key === 'maxDeferralHours' && value === 0) return [t('effect.noDeferral')]
      return [t(`effect.${key}`, { value: words(key, value) })]
    }),
    ...demands.filter((key) => terms?.[key]).map((key) => t(`effect.${key}`)),
  ]
}
