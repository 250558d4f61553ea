import { type Accreditation, hasAccreditation } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../lib/session.ts'
import { LinkTabs } from '../../page/link-tabs.tsx'

const tabs = [
  { key: 'runs', to: '/workflows', from: 'N1' },
  { key: 'maintenance', to: '/workflows/maintenance', from: 'N2' },
  { key: 'texts', to: '/workflows/texts', from: 'N3' },
] as const satisfies readonly { key: string; to: string; from: Accreditation }[]

/** The views of the workflows that the reader may open; nothing where there is one only. */
export function WorkflowTabs() {
  const { t } = useTranslation('workflows')
  const { user } = useMe()
  const open = tabs.filter(({ from }) => hasAccreditation(user.accreditation, from))
  if (open.length < 2) return null
  return (
    <LinkTabs label={t('tabs.label')} tabs={open.map(({ key, to }) => ({ to, label: t(`tabs.${key}`) }))} />
  )
}
