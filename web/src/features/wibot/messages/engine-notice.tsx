import { hasAccreditation } from '@hub/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMe } from '../../../lib/session.ts'
import { MessageNotice } from './message-notice.tsx'

interface EngineNoticeProps {
  /** The engine that answers; the built-in one is no language model, which changes what to expect. */
  provider: string | null
  children: ReactNode
}

/** That another engine answers than the first choice, or that its model lacks something; who may, looks why. */
export function EngineNotice({ provider, children }: EngineNoticeProps) {
  const { t } = useTranslation('wibot')
  const { user } = useMe()
  const isBuiltin = provider === 'builtin'
  return (
    <MessageNotice tone={isBuiltin ? 'warning' : 'info'}>
      {children} {isBuiltin && t('answer.builtinHelp')}{' '}
      {hasAccreditation(user.accreditation, 'N3') && (
        <Link to="/supervision/providers" className="underline underline-offset-2">
          {t('answer.engines')}
        </Link>
      )}
    </MessageNotice>
  )
}
