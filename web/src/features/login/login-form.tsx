import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../lib/api-error.ts'
import { errorSentence } from '../../lib/error-sentence.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import type { useSignIn } from './use-sign-in.ts'
import { useWaitLeft } from './use-wait-left.ts'

/** Login and password; a refusal and a wait are said under the fields. */
export function LoginForm({ signIn }: { signIn: ReturnType<typeof useSignIn> }) {
  const { t } = useTranslation('login')
  const [isShown, setShown] = useState(false)
  const messageId = useId()
  const waitLeft = useWaitLeft(signIn.error)
  const submit = (form: FormData) =>
    signIn.mutate({ login: String(form.get('login')).trim(), password: String(form.get('password')) })
  return (
    <form
      className="flex flex-col gap-4"
      aria-describedby={messageId}
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <Field label={t('login')}>
        <Input
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          className="h-10"
        />
      </Field>
      <div className="relative">
        <Field label={t('password')}>
          <Input
            name="password"
            type={isShown ? 'text' : 'password'}
            autoComplete="current-password"
            required
            className="h-10 pr-20"
          />
        </Field>
        <button
          type="button"
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
          className="absolute right-1 bottom-1 h-8 rounded-control px-2 text-muted text-sm hover:bg-hover hover:text-ink max-md:h-9"
        >
          {isShown ? t('hide') : t('show')}
        </button>
      </div>
      <div id={messageId} className="empty:hidden">
        <Refusal error={signIn.error} waitLeft={waitLeft} />
      </div>
      <Button type="submit" variant="primary" size="lg" busy={signIn.isPending} disabled={waitLeft > 0}>
        {t('submit')}
      </Button>
    </form>
  )
}

function Refusal({ error, waitLeft }: { error: unknown; waitLeft: number }) {
  const { t } = useTranslation('login')
  const { t: tUi } = useTranslation('ui')
  if (!error) return null
  const isLimit = error instanceof ApiError && error.code === 'LIMIT_EXCEEDED'
  if (isLimit && waitLeft === 0) {
    return (
      <p role="status" className="text-muted text-sm">
        {t('waitOver')}
      </p>
    )
  }
  const announced = isLimit ? t('wait', { count: Math.ceil(error.retryAfter ?? waitLeft) }) : undefined
  return (
    <div role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-danger text-sm tabular">
      {announced ? (
        <>
          <span className="sr-only">{announced}</span>
          <span aria-hidden>{t('wait', { count: waitLeft })}</span>
        </>
      ) : (
        errorSentence(error, tUi)
      )}
    </div>
  )
}
