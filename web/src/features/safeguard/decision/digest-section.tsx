import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Section } from './section.tsx'

/** What the decision is bound to, to compare and to copy. */
export function DigestSection({ approval }: { approval: Approval }) {
  const { t } = useTranslation('safeguard')
  return (
    <Section title={t('sections.digest')}>
      <div className="flex items-start gap-1 rounded-control border bg-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 break-all py-1 text-xs leading-5">{approval.digest}</code>
        <CopyButton value={approval.digest} label={t('digest.copy')} />
      </div>
      <p className="text-muted text-xs">
        {t('digest.help')} {t('digest.policy')}{' '}
        <code className="break-all">{approval.policyVersion.slice(0, 12)}</code>.
      </p>
    </Section>
  )
}
