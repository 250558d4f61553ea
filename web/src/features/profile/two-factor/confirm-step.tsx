import type { RecoveryCodes, TwoFactorEnrolment } from '@hub/contracts'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { formatClock } from '../../../lib/time.ts'
import { Refusal } from '../../../page/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Input } from '../../../ui/input.tsx'
import { QrCode } from './qr-code.tsx'
import { groupSecret } from './qr-path.ts'
import { twoFactorApi } from './two-factor-api.ts'

interface ConfirmStepProps {
  enrolment: TwoFactorEnrolment
  onDone: (codes: RecoveryCodes) => void
  onBack: () => void
}

/** The secret for the authenticator, as QR code and as text, and the first code that proves that it arrived. */
export function ConfirmStep({ enrolment, onDone, onBack }: ConfirmStepProps) {
  const { t } = useTranslation('profile')
  const locale = useLocale()
  const confirm = useMutation({ mutationFn: twoFactorApi.confirm, onSuccess: onDone, gcTime: 0 })
  const { uri, secret, expiresAt } = enrolment
  return (
    <div className="grid items-start gap-6 sm:grid-cols-[auto_minmax(0,1fr)]">
      <QrCode text={uri} label={t('confirm.qr')} />
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-col gap-1 text-sm">
          <h3 className="font-medium text-base">{t('confirm.title')}</h3>
          <p className="text-muted">{t('confirm.help')}</p>
          <div className="flex items-center gap-1">
            <code className="min-w-0 break-words">{groupSecret(secret)}</code>
            <CopyButton value={secret} label={t('confirm.copySecret')} />
          </div>
        </div>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            confirm.mutate(String(new FormData(event.currentTarget).get('code')).trim())
          }}
        >
          <Field
            label={t('confirm.code')}
            hint={t('confirm.until', { time: formatClock(new Date(expiresAt), locale) })}
          >
            <Input
              name="code"
              required
              autoFocus
              inputMode="numeric"
              pattern="\d{6}"
              maxLength={6}
              autoComplete="one-time-code"
              placeholder="123456"
              className="max-w-32 font-mono tabular"
            />
          </Field>
          <Refusal error={confirm.error} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" className="max-md:h-11" busy={confirm.isPending}>
              {t('confirm.submit')}
            </Button>
            <Button variant="ghost" className="max-md:h-11" onClick={onBack}>
              {t('confirm.back')}
            </Button>
          </div>
        </form>
      </div>
    </div>
  )
}
