import { toolCatalog } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useFieldErrors } from '../../../lib/field-errors.ts'
import { useMe } from '../../../lib/session.ts'
import { Refusal } from '../../../page/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { useAskGrant } from '../api/grants.ts'
import { emptyGrantDraft, type GrantDraft, grantableTools, readDraft, useGrantDraft } from './grant-draft.ts'
import { LimitsFields } from './limits-fields.tsx'
import { RequesterFields } from './requester-fields.tsx'
import { ScopeFields } from './scope-fields.tsx'

const [firstTool] = grantableTools

const ownSentences = ['scope.requester', 'scope.target', 'reason', 'maxUses', 'expiresAt'] as const

/** The whole request for a grant; what is wrong is said beside its field, and nothing typed is lost. */
export function AskGrantForm() {
  const { t } = useTranslation('grants')
  const { t: tUi } = useTranslation('ui')
  const { user } = useMe()
  const navigate = useNavigate()
  const ask = useAskGrant()
  const server = useFieldErrors(ask.error)
  const [isTried, setTried] = useState(false)
  const stored = useGrantDraft(({ draft }) => draft)
  const [fresh] = useState(() => emptyGrantDraft(firstTool?.name ?? '', new Date()))
  const draft = stored ?? fresh
  const tool = toolCatalog.get(draft.toolName) ?? firstTool
  if (!tool) return null
  const { input, wrong } = readDraft(draft, { tool, myId: user.id })
  const change = (part: Partial<GrantDraft>) => {
    useGrantDraft.setState({ draft: { ...draft, ...part } })
    ask.reset()
  }
  const errorOf = (path: string) => {
    const isWrong = isTried && wrong.some((one) => one === path || one.startsWith(`${path}.`))
    if (!isWrong) return server.errorOf(path)
    const own = ownSentences.find((one) => one === path)
    return own ? t(`wrong.${own}`) : tUi('error.field')
  }
  const send = () => {
    setTried(true)
    if (!input) return
    ask.mutate(input, {
      onSuccess: ({ grantId }) => {
        useGrantDraft.setState({ draft: undefined })
        void navigate(`/safeguard/grants/${grantId}`)
      },
    })
  }
  const fields = { draft, change, errorOf }
  return (
    <form
      noValidate
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <RequesterFields {...fields} />
      <ScopeFields {...fields} tool={tool} />
      <LimitsFields {...fields} />
      {isTried && wrong.length > 0 && (
        <p role="alert" className="text-danger text-sm">
          {t('ask.incomplete', { count: wrong.length })}
        </p>
      )}
      <Refusal error={server.rest} />
      <div className="flex flex-wrap gap-2 border-t pt-4">
        <Button type="submit" variant="primary" size="lg" busy={ask.isPending}>
          {t('ask.submit')}
        </Button>
        <Button asChild variant="ghost" size="lg">
          <Link to="/safeguard/grants">{t('ask.back')}</Link>
        </Button>
      </div>
    </form>
  )
}
