import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { NativeSelect } from '../../../calls/native-select.tsx'
import { factsFor } from '../../../calls/read-facts.ts'
import { useText } from '../../../i18n/use-locale.ts'
import { Loaded } from '../../../page/loaded.tsx'
import { Field } from '../../../ui/field.tsx'
import { Input } from '../../../ui/input.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { granteesQuery } from '../api/grants.ts'
import { type GrantFieldsProps, grantableTools, type RequesterKind, requesterKinds } from './grant-draft.ts'

const workflows = ['support', 'sentinel', 'enrichisseur']

/** Which action, and whose requests for it. */
export function RequesterFields({ draft, change, errorOf }: GrantFieldsProps) {
  const { t } = useTranslation('grants')
  const text = useText()
  return (
    <fieldset className="flex flex-col gap-4">
      <Field label={t('ask.tool')} hint={t('ask.toolHint')} error={errorOf('scope.toolName')}>
        <NativeSelect
          value={draft.toolName}
          onChange={(toolName) => change({ toolName, typed: {}, facts: factsFor(toolName, draft.facts) })}
          className="max-w-md"
        >
          {grantableTools.map(({ name, titles }) => (
            <option key={name} value={name}>
              {text(titles)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <div className="flex flex-col items-start gap-2">
        <span className="font-medium text-sm">{t('ask.requester')}</span>
        <Segmented<RequesterKind>
          label={t('ask.requester')}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          options={requesterKinds.map((kind) => ({ value: kind, label: t(`ask.kinds.${kind}`) }))}
        />
        <Who draft={draft} change={change} errorOf={errorOf} />
      </div>
    </fieldset>
  )
}

function Who({ draft, change, errorOf }: GrantFieldsProps) {
  const { t } = useTranslation('grants')
  const listId = useId()
  const colleagues = useQuery({ ...granteesQuery, enabled: draft.kind === 'colleague' })
  if (draft.kind === 'me')
    return (
      <p className="text-muted text-sm">
        {t('ask.meHint')} <span className="text-danger">{errorOf('scope.requester')}</span>
      </p>
    )
  if (draft.kind === 'workflow')
    return (
      <>
        <Field label={t('ask.workflow')} hint={t('ask.workflowHint')} error={errorOf('scope.requester')}>
          <Input
            list={listId}
            value={draft.workflow}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => change({ workflow: event.target.value })}
            className="max-w-64 font-mono text-sm"
          />
        </Field>
        <datalist id={listId}>
          {workflows.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </>
    )
  return (
    <Loaded query={colleagues} failed={t('ask.colleaguesFailed')}>
      {({ items }) => (
        <Field label={t('ask.colleague')} hint={t('ask.colleagueHint')} error={errorOf('scope.requester')}>
          <NativeSelect
            value={draft.colleagueId}
            onChange={(colleagueId) => change({ colleagueId })}
            className="max-w-md"
          >
            <option value="">{t('ask.choose')}</option>
            {items.map(({ userId, displayName, accreditation }) => (
              <option key={userId} value={userId}>
                {displayName} ({accreditation})
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
    </Loaded>
  )
}
