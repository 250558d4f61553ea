import type { ExplainInput } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { ArgumentFields } from '../../../calls/argument-fields.tsx'
import { FactsEditor } from '../../../calls/facts-editor.tsx'
import { NativeSelect } from '../../../calls/native-select.tsx'
import type { ToolField } from '../../../calls/tool-fields.ts'
import { useText } from '../../../i18n/use-locale.ts'
import { Field } from '../../../ui/field.tsx'
import { Input, Textarea } from '../../../ui/input.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { requesters, type TryDraft, tryFacts, weighedTools } from './try-draft.ts'

interface CallFieldsProps {
  draft: TryDraft
  fields: readonly ToolField[]
  change: (part: Partial<TryDraft>) => void
  errorOf: (path: string) => string | undefined
}

/** The call to try: tool, arguments, facts of the target, who asks and when. */
export function CallFields({ draft, fields, change, errorOf }: CallFieldsProps) {
  const { t } = useTranslation('policy')
  const text = useText()
  return (
    <>
      <Field label={t('try.tool')} error={errorOf('toolName')}>
        <NativeSelect
          value={draft.toolName}
          onChange={(toolName) =>
            change({ toolName, typed: {}, json: '{}', facts: tryFacts(toolName, draft.facts) })
          }
        >
          {weighedTools.map(({ name, titles, level }) => (
            <option key={name} value={name}>
              {text(titles)} ({level})
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Arguments draft={draft} fields={fields} change={change} errorOf={errorOf} />
      <fieldset className="flex flex-col gap-2">
        <legend className="font-medium text-sm">{t('try.target')}</legend>
        <p className="text-muted text-xs">{t('try.targetHint')}</p>
        <FactsEditor toolName={draft.toolName} facts={draft.facts} onChange={(facts) => change({ facts })} />
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('try.requester')}>
          <NativeSelect
            value={draft.requester}
            onChange={(requester) => change({ requester: requester as ExplainInput['requester'] })}
          >
            {requesters.map((requester) => (
              <option key={requester} value={requester}>
                {t(`try.requesters.${requester}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={t('try.at')} hint={t('try.atHint')} error={errorOf('at')}>
          <Input
            type="datetime-local"
            value={draft.at}
            onChange={(event) => change({ at: event.target.value })}
          />
        </Field>
      </div>
    </>
  )
}

function Arguments({ draft, fields, change, errorOf }: CallFieldsProps) {
  const { t } = useTranslation('policy')
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t('try.arguments')}</legend>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span aria-hidden className="font-medium text-sm">
          {t('try.arguments')}
        </span>
        <Segmented<TryDraft['mode']>
          label={t('try.mode')}
          value={draft.mode}
          onChange={(mode) => change({ mode })}
          options={[
            { value: 'fields', label: t('try.fields') },
            { value: 'json', label: 'JSON' },
          ]}
        />
      </div>
      {draft.mode === 'fields' ? (
        <ArgumentFields
          fields={fields}
          typed={draft.typed}
          onChange={(typed) => change({ typed })}
          errorOf={(name) => errorOf(`arguments.${name}`)}
        />
      ) : (
        <Field label={t('try.json')} error={errorOf('arguments')}>
          <Textarea
            value={draft.json}
            rows={5}
            spellCheck={false}
            onChange={(event) => change({ json: event.target.value })}
            className="font-mono text-sm"
          />
        </Field>
      )}
    </fieldset>
  )
}
