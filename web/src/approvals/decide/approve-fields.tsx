import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { mustTypeName, nameToType } from './approve-guard.ts'
import type { StepUpDraft } from './step-up.ts'
import { StepUpField } from './step-up-field.tsx'

export interface ApproveDraft {
  typedName: string
  reason: string
  proof: StepUpDraft
}

interface ApproveFieldsProps {
  approval: Approval
  draft: ApproveDraft
  onDraft: (draft: ApproveDraft) => void
  error: unknown
}

/** What an approval asks for before its button works: the name of an L4 target, a reason, a proof of presence. */
export function ApproveFields({ approval, draft, onDraft, error }: ApproveFieldsProps) {
  const { t } = useTranslation('approvals')
  const { reasonRequired, stepUpRequired } = approval
  if (!mustTypeName(approval) && !reasonRequired && !stepUpRequired) return null
  return (
    <div className="grid items-end gap-x-4 gap-y-3 lg:grid-cols-2">
      {mustTypeName(approval) && <NameField approval={approval} draft={draft} onDraft={onDraft} />}
      {reasonRequired && (
        <Field label={t('actions.reason')}>
          <Input
            value={draft.reason}
            maxLength={1000}
            onChange={(event) => onDraft({ ...draft, reason: event.target.value })}
          />
        </Field>
      )}
      {stepUpRequired && (
        <div className="lg:col-span-2 lg:w-[calc(50%-8px)]">
          <StepUpField draft={draft.proof} onDraft={(proof) => onDraft({ ...draft, proof })} error={error} />
        </div>
      )}
    </div>
  )
}

type NameFieldProps = Pick<ApproveFieldsProps, 'approval'> & {
  draft: Pick<ApproveDraft, 'typedName'>
}

/** The name of the target, typed again by who decides on an L4 action. */
export function NameField<T extends NameFieldProps['draft']>(props: {
  approval: Approval
  draft: T
  onDraft: (draft: T) => void
}) {
  const { t } = useTranslation('approvals')
  return (
    <Field label={t('actions.typeName', { name: nameToType(props.approval) })}>
      <Input
        value={props.draft.typedName}
        onChange={(event) => props.onDraft({ ...props.draft, typedName: event.target.value })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="font-mono"
      />
    </Field>
  )
}
