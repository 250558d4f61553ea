import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useText } from '../../../i18n/use-locale.ts'
import { Loaded } from '../../../page/loaded.tsx'
import { Section } from '../../../page/section.tsx'
import { policyQuery } from '../policy-api.ts'
import { HoursSentence } from './hours-sentence.tsx'
import { PolicyFacts } from './policy-facts.tsx'
import { RuleList } from './rule-list.tsx'
import { TermsTable } from './terms-table.tsx'
import { VersionList } from './version-list.tsx'

/** The policy in force in words: what each level asks, every rule, and the versions before. */
export function InForceView() {
  const { t } = useTranslation('policy')
  const text = useText()
  const query = useQuery(policyQuery)
  return (
    <Loaded query={query} failed={t('failed')}>
      {(inForce) => (
        <>
          <PolicyFacts inForce={inForce} />
          <Section title={t('levels.title')} help={t('levels.help')}>
            <TermsTable levels={inForce.policy.levels} />
            <HoursSentence hours={inForce.policy.workingHours} />
          </Section>
          <Section title={t('rules.title', { count: inForce.policy.rules.length })} help={t('rules.help')}>
            <RuleList
              rules={inForce.policy.rules}
              titleOf={({ title, name }) => (title ? text(title) : name)}
            />
          </Section>
          <Section title={t('versions.title')} help={t('versions.help')}>
            <VersionList inForce={inForce} />
          </Section>
        </>
      )}
    </Loaded>
  )
}
