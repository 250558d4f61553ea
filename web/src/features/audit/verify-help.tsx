import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../ui/copy-button.tsx'

const command = 'npm run audit:verify -- hub-audit.ndjson'

/** What the chain proves, and how to check an export without trusting this page. */
export function VerifyHelp() {
  const { t } = useTranslation('audit')
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 text-sm">
      <p className="max-w-[80ch] text-muted">{t('help')}</p>
      <p className="flex items-center gap-x-1 max-md:flex-wrap">
        <span className="text-muted max-md:w-full">{t('verify')}</span>
        <code className="break-all text-xs">{command}</code>
        <CopyButton value={command} label={t('copyCommand')} />
      </p>
    </div>
  )
}
