import { longestTemplate, type SupportTemplate } from '@hub/contracts'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '../../../lib/field-errors.ts'
import { Refusal } from '../../../page/refusal.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'
import { AskButton } from '../steer/ask-button.tsx'
import { InForceLine } from './in-force-line.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { useChangeTemplate } from './templates-api.ts'
import { TextHistory } from './text-history.tsx'
import { TextPreview } from './text-preview.tsx'
import { useWrongWords } from './use-wrong-words.ts'

interface Draft {
  body: string
  /** The text that was in force when it was begun. */
  seen: string
}

/** One text with its preview; nothing that was typed is lost but where the person says so. */
export function TextEditor({ template }: { template: SupportTemplate }) {
  const { t } = useTranslation('workflows')
  const [draft, setDraft] = useState<Draft | null>(null)
  const change = useChangeTemplate(template)
  const server = useFieldErrors(change.error)
  const field = useRef<HTMLTextAreaElement>(null)
  const wrong = useWrongWords(template)
  const inForce = template.body
  const body = draft?.body ?? inForce
  const isDirty = draft !== null && draft.body.trim() !== inForce
  const isStale = isDirty && draft.seen !== inForce
  const error = isDirty ? (wrong(body) ?? server.errorOf('body')) : undefined
  const write = (text: string) => {
    change.reset()
    setDraft({ body: text, seen: isDirty ? draft.seen : inForce })
  }
  const insert = (word: string) => {
    const { selectionStart = body.length, selectionEnd = body.length } = field.current ?? {}
    write(body.slice(0, selectionStart) + word + body.slice(selectionEnd))
    field.current?.focus()
  }
  const save = () => {
    if (!draft || wrong(body) || isStale) return
    change.mutate({ body, seen: draft.seen }, { onSuccess: () => setDraft(null) })
  }
  return (
    <>
      <LeaveGuard isOn={isDirty} name={t(`texts.name.${template.name}`)} />
      {isStale && (
        <StaleNotice
          template={template}
          onKeep={() => setDraft({ body, seen: inForce })}
          onTake={() => setDraft(null)}
        />
      )}
      <form
        className="grid items-start gap-x-6 gap-y-4 xl:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className="flex min-w-0 flex-col gap-2">
          <Field
            label={t('texts.body')}
            hint={t('texts.count', { count: body.trim().length, max: longestTemplate })}
            error={error}
          >
            <Textarea
              ref={field}
              value={body}
              rows={14}
              lang={template.language}
              onChange={(event) => write(event.target.value)}
            />
          </Field>
          <div className="flex flex-wrap gap-2">
            {template.words.map((word) => (
              <Button
                key={word}
                size="sm"
                className="font-mono max-md:h-11"
                onClick={() => insert(`{${word}}`)}
              >
                <span className="sr-only">{t('texts.insert', { word: '' })}</span>
                {`{${word}}`}
              </Button>
            ))}
          </div>
          {!isStale && <Refusal error={server.rest} />}
        </div>
        <TextPreview template={template} body={body} />
        <div className="flex flex-wrap items-center gap-2 border-t pt-3 xl:col-span-2">
          <Button
            type="submit"
            variant="primary"
            className="max-md:h-11"
            disabled={!isDirty || isStale || error !== undefined}
            busy={change.isPending}
          >
            {t('texts.save')}
          </Button>
          {isDirty && (
            <Button variant="ghost" className="max-md:h-11" onClick={() => setDraft(null)}>
              {t('texts.discard')}
            </Button>
          )}
          <InForceLine template={template} isDirty={isDirty} isSaved={change.isSuccess} />
          {template.isEdited && !isDirty && (
            <AskButton
              className="ml-auto max-md:w-full"
              open={t('texts.reset')}
              title={t('texts.resetTitle')}
              help={t('texts.resetHelp')}
              submit={t('texts.reset')}
              change={change}
              onSubmit={(_reason, onDone) =>
                change.mutate({ body: null, seen: inForce }, { onSuccess: onDone })
              }
            />
          )}
        </div>
      </form>
      <TextHistory template={template} onReuse={write} />
    </>
  )
}
