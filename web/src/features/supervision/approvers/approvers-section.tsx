import type { SafeguardSignals } from '@hub/contracts'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { saveTextFile } from '../../../lib/save-text-file.ts'
import { toCsv } from '../../../lib/to-csv.ts'
import { Section } from '../../../page/section.tsx'
import { Button } from '../../../ui/button.tsx'
import { ApproversTable } from './approvers-table.tsx'

/** How each person decided: a hint for a talk, never a verdict. */
export function ApproversSection({ signals }: { signals: SafeguardSignals }) {
  const { t } = useTranslation('supervision')
  const locale = useLocale()
  const save = () => {
    const columns = ['name', 'level', 'approved', 'rejected', 'median', 'unseen', 'hint'] as const
    const rows = signals.approvers.map((one) => [
      one.displayName,
      one.accreditation,
      one.approved,
      one.rejected,
      one.medianSeconds === null ? null : Math.round(one.medianSeconds * 10) / 10,
      Math.round(one.unseenShare * 1000) / 1000,
      one.isSuspicious ? t('approvers.suspicious') : null,
    ])
    const text = toCsv([columns.map((column) => t(`approvers.csv.${column}`)), ...rows], locale)
    saveTextFile(`safeguard-${signals.from.slice(0, 10)}-${signals.to.slice(0, 10)}.csv`, text, 'text/csv')
  }
  return (
    <Section
      title={t('approvers.title')}
      help={t('approvers.help')}
      actions={
        signals.approvers.length > 0 && (
          <Button onClick={save} className="max-md:h-11">
            <Download aria-hidden />
            {t('approvers.save')}
          </Button>
        )
      }
    >
      {signals.approvers.length === 0 ? (
        <p className="text-muted text-sm">{t('approvers.empty')}</p>
      ) : (
        <ApproversTable approvers={signals.approvers} />
      )}
    </Section>
  )
}
