import { useTranslation } from 'react-i18next'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { NativeSelect } from './native-select.tsx'
import type { ToolField } from './tool-fields.ts'
import { useCallWords } from './use-call-words.ts'

interface ArgumentFieldsProps {
  fields: readonly ToolField[]
  typed: Readonly<Record<string, string>>
  onChange: (typed: Record<string, string>) => void
  errorOf: (name: string) => string | undefined
  /** What leaving a choice open means; without it, what the tool takes then. */
  byDefault?: string
}

/** The arguments of a tool as fields of a form; an empty one is not given. */
export function ArgumentFields({ fields, typed, onChange, errorOf, byDefault }: ArgumentFieldsProps) {
  const words = useCallWords()
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {fields.map((field) => (
        <Field
          key={field.name}
          label={
            <>
              {words.argument(field.name)}{' '}
              <code className="font-normal text-faint text-xs">{field.name}</code>
            </>
          }
          error={errorOf(field.name)}
        >
          <ArgumentControl
            field={field}
            open={byDefault}
            value={typed[field.name] ?? ''}
            onChange={(value) => onChange({ ...typed, [field.name]: value })}
          />
        </Field>
      ))}
    </div>
  )
}

interface ControlProps {
  field: ToolField
  open: string | undefined
  value: string
  onChange: (value: string) => void
}

function ArgumentControl({ field, open, value, onChange, ...tied }: ControlProps) {
  const { t } = useTranslation('calls')
  const { t: tUi } = useTranslation('ui')
  const { kind, choices, defaultValue } = field
  if (kind !== 'boolean' && kind !== 'choice')
    return (
      <Input
        {...tied}
        value={value}
        placeholder={open}
        inputMode={kind === 'text' ? 'text' : 'numeric'}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    )
  const options =
    kind === 'boolean'
      ? (['true', 'false'] as const).map((option) => ({
          value: option,
          label: tUi(option === 'true' ? 'yes' : 'no'),
        }))
      : choices.map((choice) => ({ value: choice, label: choice }))
  const taken = options.find((option) => option.value === defaultValue)?.label
  const unset = open ?? (taken ? t('byDefault', { value: taken }) : t('notGiven'))
  return (
    <NativeSelect {...tied} value={value} onChange={onChange}>
      <option value="">{unset}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </NativeSelect>
  )
}
