import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../../i18n/use-locale.ts'
import { fromLocalInput } from '../../../lib/local-input.ts'
import { formatDate } from '../../../lib/time.ts'
import { Button } from '../../../ui/button.tsx'
import { AskButton } from '../steer/ask-button.tsx'
import type { PlanDraft } from './plan-draft.ts'

/** Sends the form; the one about everything asks first. */
export function PlanSubmit({
  draft,
  isReady,
  plan,
  onTry,
  onSend,
}: {
  draft: PlanDraft
  isReady: boolean
  plan: { error: Error | null; isPending: boolean; reset: () => void }
  onTry: () => void
  onSend: (onDone: () => void) => void
}) {
  const { t } = useTranslation('workflows')
  const locale = useLocale()
  const end = fromLocalInput(draft.endsAt)
  const to = end ? formatDate(end, locale) : ''
  return (
    <div className="flex flex-wrap gap-2 border-t pt-4">
      {draft.isEverything && isReady ? (
        <AskButton
          variant="danger"
          open={t('maintenance.form.submit')}
          title={t('maintenance.form.askTitle')}
          help={t('maintenance.form.askHelp', { to })}
          submit={t('maintenance.form.submit')}
          change={plan}
          onSubmit={(_reason, onDone) => onSend(onDone)}
        />
      ) : (
        <Button type="submit" variant="primary" className="max-md:h-11" busy={plan.isPending} onClick={onTry}>
          {t('maintenance.form.submit')}
        </Button>
      )}
      <Button asChild variant="ghost" className="max-md:h-11">
        <Link to="/workflows/maintenance">{t('maintenance.back')}</Link>
      </Button>
    </div>
  )
}
