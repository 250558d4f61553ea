import type { ToolDescriptor } from '@hub/contracts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ArgumentFields } from '../../../calls/argument-fields.tsx'
import { FactsEditor } from '../../../calls/facts-editor.tsx'
import { toolFields } from '../../../calls/tool-fields.ts'
import { Field } from '../../../ui/field.tsx'
import { Textarea } from '../../../ui/input.tsx'
import type { GrantFieldsProps } from './grant-draft.ts'

/** On what: facts of the target, or the targets themselves, and arguments that must be equal. */
export function ScopeFields({ draft, change, errorOf, tool }: GrantFieldsProps & { tool: ToolDescriptor }) {
  const { t } = useTranslation('grants')
  const fields = useMemo(() => toolFields(tool), [tool])
  const targetError = errorOf('scope.target')
  return (
    <>
      <fieldset className="flex flex-col gap-2">
        <legend className="font-medium text-sm">{t('ask.target')}</legend>
        <p className="text-muted text-xs">{t('ask.targetHint')}</p>
        <FactsEditor toolName={tool.name} facts={draft.facts} onChange={(facts) => change({ facts })} />
        {targetError && (
          <p role="alert" className="text-danger text-sm">
            {targetError}
          </p>
        )}
        <details className="mt-1" open={draft.targetIds !== ''}>
          <summary className="min-h-6 text-muted text-sm hover:text-ink">{t('ask.idsOpen')}</summary>
          <div className="mt-2">
            <Field label={t('ask.ids')} hint={t('ask.idsHint')} error={errorOf('scope.targetIds')}>
              <Textarea
                value={draft.targetIds}
                rows={3}
                spellCheck={false}
                onChange={(event) => change({ targetIds: event.target.value })}
                className="font-mono text-sm"
              />
            </Field>
          </div>
        </details>
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="font-medium text-sm">{t('ask.arguments')}</legend>
        <p className="text-muted text-xs">{t('ask.argumentsHint')}</p>
        <ArgumentFields
          fields={fields}
          typed={draft.typed}
          onChange={(typed) => change({ typed })}
          byDefault={t('ask.anyValue')}
          errorOf={(name) => errorOf(`scope.arguments.${name}`)}
        />
      </fieldset>
    </>
  )
}
