import { toolCatalog } from '@hub/contracts'
import { useMutation } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toolFields } from '../../../calls/tool-fields.ts'
import { useFieldErrors } from '../../../lib/field-errors.ts'
import { Refusal } from '../../../page/refusal.tsx'
import { Section } from '../../../page/section.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { explainCall } from '../policy-api.ts'
import { CallFields } from './call-fields.tsx'
import { Explanation } from './explanation.tsx'
import { readTryDraft, useTryDraft } from './try-draft.ts'

/** A call that nobody makes: what the policy would say, rule by rule. */
export function TryView() {
  const { t } = useTranslation('policy')
  const draft = useTryDraft()
  const [isTried, setTried] = useState(false)
  const explain = useMutation({ mutationFn: explainCall })
  const { errorOf, rest } = useFieldErrors(explain.error)
  const tool = toolCatalog.get(draft.toolName)
  const fields = useMemo(() => (tool ? toolFields(tool) : []), [tool])
  const body = readTryDraft(draft, fields)
  const jsonError = isTried && !body ? t('try.jsonWrong') : undefined
  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[420px_minmax(0,1fr)]">
      <Section title={t('try.title')} help={t('try.help')}>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            setTried(true)
            if (body) explain.mutate(body)
          }}
        >
          <CallFields
            draft={draft}
            fields={fields}
            change={(part) => useTryDraft.setState(part)}
            errorOf={(path) => (path === 'arguments' && jsonError) || errorOf(path)}
          />
          <Refusal error={rest} />
          <Button
            type="submit"
            variant="primary"
            size="lg"
            busy={explain.isPending}
            className="self-start max-md:w-full"
          >
            {t('try.submit')}
          </Button>
        </form>
      </Section>
      <div aria-live="polite" className="min-w-0">
        {explain.data ? (
          <Explanation explanation={explain.data} />
        ) : (
          <EmptyState icon={FlaskConical} title={t('try.emptyTitle')} className="px-0 pt-0">
            {t('try.empty')}
          </EmptyState>
        )}
      </div>
    </div>
  )
}
