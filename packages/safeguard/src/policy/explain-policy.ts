import type { LocalizedText, PolicyExplanation, PolicyTerms, WeighedRule } from '@hub/contracts'
import { evaluatePolicy, type PolicyAnswer } from './evaluate-policy.ts'
import type { LoadedPolicy } from './parse-policy.ts'
import type { PolicyQuestion } from './weigh-rule.ts'

/** Why the policy allows, escalates or refuses a call: every rule, and the whole in one sentence; pure. */
export function explainPolicy(
  { policy, version }: LoadedPolicy,
  question: PolicyQuestion,
): PolicyExplanation {
  const { level, outcome, terms, weighed, ...answer } = evaluatePolicy(policy, question)
  return {
    policyVersion: version,
    at: question.at.toISOString(),
    isOutdated: false,
    toolName: question.toolName,
    baseLevel: question.level,
    level,
    outcome,
    terms,
    rules: weighed,
    sentence: sentenceOf({ level, outcome, terms, weighed, ...answer }, question),
  }
}

function sentenceOf(answer: PolicyAnswer, { level: base }: PolicyQuestion): LocalizedText {
  const { level, outcome, terms } = answer
  const matching = answer.weighed.filter(({ matched }) => matched)
  if (outcome === 'refused') {
    const by = titles(matching.filter(({ refuse }) => refuse))
    return { fr: `Refusé, quel que soit l’accord : ${by.fr}.`, en: `Refused, whoever agrees: ${by.en}.` }
  }
  const raising = matching.filter(({ raiseTo }) => raiseTo === level && level !== base)
  const because = titles(raising)
  const raised =
    raising.length === 0
      ? { fr: '', en: '' }
      : { fr: ` au lieu de ${base} (${because.fr})`, en: ` instead of ${base} (${because.en})` }
  if (!terms)
    return {
      fr: `Autorisé sans demande : niveau ${level}${raised.fr}.`,
      en: `Allowed without a request: level ${level}${raised.en}.`,
    }
  const tightening = titles(matching.filter((rule) => rule.terms !== null))
  const asked = termsText(terms)
  return {
    fr: `Niveau ${level}${raised.fr} : ${asked.fr}.${tightening.fr && ` Durci par : ${tightening.fr}.`}`,
    en: `Level ${level}${raised.en}: ${asked.en}.${tightening.en && ` Tightened by: ${tightening.en}.`}`,
  }
}

function titles(rules: WeighedRule[]): LocalizedText {
  return {
    fr: rules.map(({ title }) => `« ${title.fr} »`).join(', '),
    en: rules.map(({ title }) => `“${title.en}”`).join(', '),
  }
}

function termsText({ approvals, approver, ...demands }: PolicyTerms): LocalizedText {
  const more = [
    ...(demands.reasonRequired ? [{ fr: 'un motif', en: 'a reason' }] : []),
    ...(demands.previewSeen ? [{ fr: 'l’aperçu vu', en: 'the preview seen' }] : []),
    ...(demands.stepUp ? [{ fr: 'une preuve de présence', en: 'proof of presence' }] : []),
  ]
  const people = {
    fr: approvals === 1 ? `une approbation ${approver}` : `${approvals} approbations ${approver}`,
    en: approvals === 1 ? `one approval by ${approver}` : `${approvals} approvals by ${approver}`,
  }
  return {
    fr: [`${people.fr} ou plus`, ...more.map(({ fr }) => fr)].join(', '),
    en: [`${people.en} or above`, ...more.map(({ en }) => en)].join(', '),
  }
}
