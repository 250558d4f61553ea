import type { Approval } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../ui/field.tsx'
import { Input } from '../../../ui/input.tsx'
import { mustTypeName, nameToType } from './approve-guard.ts'

interface ApproveFieldsProps {
  approval: Approval
  typedName: string
  onTypedName: (name: string) => void
  reason: string
  onReason: (reason: string) => void
}

/** What an approval asks for before its button works: the name of an L4 target, the reason a policy wants. */
export function ApproveFields({ approval, typedName, onTypedName, reason, onReason }: ApproveFieldsProps) {
  const { t } = useTranslation('safeguard')
  if (!mustTypeName(approval) && !approval.reasonRequired) return null
  return (
    <div className="arrive grid items-end gap-3 lg:grid-cols-2">
      {mustTypeName(approval) && (
        <Field label={t('actions.typeName', { name: nameToType(approval) })}>
          <Input
            value={typedName}
            onChange={(event) => onTypedName(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
      )}
      {approval.reasonRequired && (
        <Field label={t('actions.reason')}>
          <Input value={reason} maxLength={1000} onChange={(event) => onReason(event.target.value)} />
        </Field>
      )}
    </div>
  )
}
