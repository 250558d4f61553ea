import type { PasswordProof } from '@hub/contracts'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../page/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Input } from '../../../ui/input.tsx'

interface ProofFormProps<T> {
  kind: 'start' | 'renew' | 'end'
  send: (proof: PasswordProof) => Promise<T>
  onDone: (answer: T) => void
  onBack: () => void
}

/** Asks for the password again, and for a code once there is one to ask for, before the second factor changes. */
export function ProofForm<T>({ kind, send, onDone, onBack }: ProofFormProps<T>) {
  const { t } = useTranslation('profile')
  const change = useMutation({ mutationFn: send, onSuccess: onDone, gcTime: 0 })
  const needsCode = kind !== 'start'
  const submit = (form: FormData) => {
    const code = String(form.get('code') ?? '').trim()
    change.mutate({ password: String(form.get('password')), ...(code === '' ? {} : { code }) })
  }
  return (
    <form
      className="flex max-w-sm flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <div>
        <h3 className="font-medium">{t(`proof.${kind}.title`)}</h3>
        <p className="text-muted text-sm">{t(`proof.${kind}.help`)}</p>
      </div>
      <Field label={t('proof.password')}>
        <Input name="password" type="password" autoComplete="current-password" autoFocus required />
      </Field>
      {needsCode && (
        <Field label={t('proof.code')} hint={t('proof.codeHint')}>
          <Input
            name="code"
            required
            minLength={6}
            maxLength={40}
            autoComplete="one-time-code"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
      )}
      <Refusal error={change.error} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant={kind === 'end' ? 'danger' : 'primary'}
          className="max-md:h-11"
          busy={change.isPending}
        >
          {t(`proof.${kind}.submit`)}
        </Button>
        <Button variant="ghost" className="max-md:h-11" onClick={onBack}>
          {t('proof.back')}
        </Button>
      </div>
    </form>
  )
}
