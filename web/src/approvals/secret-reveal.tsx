import { type Approval, RevealedSecret } from '@hub/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import { errorSentence } from '../lib/error-sentence.ts'
import { queryKeys } from '../lib/query-keys.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'

const visibleSeconds = 60

type Phase =
  | { name: 'waiting' | 'asking' | 'gone' }
  | { name: 'shown'; secret: string }
  | { name: 'refused'; error: unknown }

/**
 * Shows a generated secret once, for 60 s. It lives in this component only, never in the query cache.
 * Nothing when there is no secret for the reader.
 */
export function SecretReveal({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals')
  const { t: tUi } = useTranslation('ui')
  const client = useQueryClient()
  const [phase, setPhase] = useState<Phase>({ name: 'waiting' })
  const reveal = async () => {
    setPhase({ name: 'asking' })
    try {
      const { secret } = await api.post(
        `/api/safeguard/${encodeURIComponent(approval.approvalId)}/secret`,
        RevealedSecret,
      )
      setPhase({ name: 'shown', secret })
    } catch (error) {
      setPhase({ name: 'refused', error })
    }
    await client.invalidateQueries({ queryKey: queryKeys.approvals })
  }
  if (!approval.secretAvailable && (phase.name === 'waiting' || phase.name === 'asking')) return null
  return (
    <section aria-label={t('secret.title')} className="flex flex-col gap-2 rounded-card border p-3 text-sm">
      <p className="flex items-center gap-2 font-medium">
        <KeyRound aria-hidden className="size-4 text-muted" strokeWidth={1.75} />
        {t('secret.title')}
      </p>
      {phase.name === 'shown' && (
        <ShownSecret secret={phase.secret} onHide={() => setPhase({ name: 'gone' })} />
      )}
      {phase.name === 'gone' && <p className="text-muted">{t('secret.gone')}</p>}
      {phase.name === 'refused' && (
        <p role="alert" className="text-danger">
          {errorSentence(phase.error, tUi)}
        </p>
      )}
      {(phase.name === 'waiting' || phase.name === 'asking') && (
        <>
          <p className="text-muted">{t('secret.help')}</p>
          <div>
            <Button busy={phase.name === 'asking'} onClick={() => void reveal()} className="max-md:h-11">
              {t('secret.reveal')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function ShownSecret({ secret, onHide }: { secret: string; onHide: () => void }) {
  const { t } = useTranslation('approvals')
  const [left, setLeft] = useState(visibleSeconds)
  useEffect(() => {
    const timer = setTimeout(() => (left <= 1 ? onHide() : setLeft(left - 1)), 1000)
    return () => clearTimeout(timer)
  }, [left, onHide])
  return (
    <>
      <p role="status" className="sr-only">
        {t('secret.shown')}
      </p>
      <div className="flex items-center gap-1 rounded-control border border-line-strong bg-sunken py-1 pr-1 pl-3">
        <code className="flex-1 select-all break-all text-md tracking-wide">{secret}</code>
        <CopyButton value={secret} label={t('secret.copy')} />
      </div>
      <div className="flex items-center gap-3 text-muted">
        <span className="tabular">{t('secret.hidesIn', { count: left })}</span>
        <Button variant="ghost" size="sm" onClick={onHide}>
          {t('secret.hide')}
        </Button>
      </div>
    </>
  )
}
