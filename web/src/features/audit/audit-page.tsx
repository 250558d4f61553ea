import { hasAccreditation } from '@hub/contracts'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../lib/session.ts'
import { NoRight } from '../../page/no-right.tsx'
import { PageBar } from '../../page/page-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { AuditView } from './audit-view.tsx'
import { VerifyHelp } from './verify-help.tsx'

/** The audit chain: who did what and when, to filter, open and export. */
export function AuditPage() {
  const { t } = useTranslation('audit')
  const { user } = useMe()
  const mayRead = hasAccreditation(user.accreditation, 'N3')
  return (
    <>
      <PageBar title={t('title')}>
        {mayRead && (
          <Button asChild className="relative after:absolute after:inset-x-0 after:-inset-y-1.5">
            <a href="/api/audit/export" download>
              <Download aria-hidden />
              {t('export')}
            </a>
          </Button>
        )}
      </PageBar>
      {mayRead ? (
        <div className="flex flex-col gap-4 p-4 md:p-6 md:pt-4">
          <VerifyHelp />
          <AuditView />
        </div>
      ) : (
        <NoRight needed="N3" />
      )}
    </>
  )
}
