import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Section } from './section.tsx'
import { TargetName } from './target-name.tsx'

/** To whom or what it happens. */
export function TargetSection({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  const { target } = approval
  const { displayName, clientName } = target.attributes
  return (
    <Section title={t('sections.target')}>
      <p>
        <TargetName target={target} className="font-medium" />
        <span className="text-muted">
          {[displayName, t(`systems.${target.system}`), clientName]
            .filter((part) => typeof part === 'string' && part !== '')
            .map((part) => ` · ${part}`)}
        </span>
      </p>
    </Section>
  )
}
