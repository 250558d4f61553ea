import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../lib/error-sentence.ts'
import { queryKeys } from '../../lib/query-keys.ts'
import { useMe } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { isOtherWay, isProofError, type StepUpDraft, stepUpMethod } from './step-up.ts'

interface StepUpFieldProps {
  draft: StepUpDraft
  onDraft: (draft: StepUpDraft) => void
  /** The last refusal; shown here when it is about the proof. */
  error: unknown
}

const looks = {
  password: { type: 'password', autoComplete: 'current-password' },
  totp: { type: 'text', autoComplete: 'one-time-code', inputMode: 'numeric', maxLength: 7 },
  recovery: { type: 'text', autoComplete: 'off', maxLength: 40 },
} as const

/** Asks an approver to prove presence: password, code of the authenticator, or a recovery code. */
export function StepUpField({ draft, onDraft, error }: StepUpFieldProps) {
  const { t } = useTranslation('approvals')
  const { t: tUi } = useTranslation('ui')
  const { stepUp: way } = useMe()
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const method = stepUpMethod(way, draft)
  const [leftBehind, leaveBehind] = useState<unknown>()
  const refusal = isProofError(error) && error !== leftBehind ? error : undefined
  useEffect(() => {
    if (!refusal) return
    input.current?.focus()
    input.current?.select()
    if (isOtherWay(refusal)) void client.invalidateQueries({ queryKey: queryKeys.me })
  }, [refusal, client])
  const switchWay = () => {
    leaveBehind(error)
    onDraft({ value: '', isRecovery: !draft.isRecovery })
    input.current?.focus()
  }
  return (
    <div className="flex flex-col items-start gap-1">
      <div className="w-full">
        <Field
          label={t(`stepUp.${method}`)}
          hint={t(`stepUp.${method}Hint`)}
          error={refusal && <span role="alert">{errorSentence(refusal, tUi)}</span>}
        >
          <Input
            ref={input}
            {...looks[method]}
            value={draft.value}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => onDraft({ ...draft, value: event.target.value })}
            className={method === 'password' ? undefined : 'font-mono tracking-widest'}
          />
        </Field>
      </div>
      {way === 'totp' && (
        <Button variant="ghost" size="sm" className="-ml-2 max-md:h-11" onClick={switchWay}>
          {t(draft.isRecovery ? 'stepUp.useTotp' : 'stepUp.useRecovery')}
        </Button>
      )}
    </div>
  )
}
