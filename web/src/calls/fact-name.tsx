import { useTranslation } from 'react-i18next'
import { NativeSelect } from './native-select.tsx'
import { useCallWords } from './use-call-words.ts'

interface FactNameProps {
  /** The chosen fact; empty while none is. */
  value: string
  /** Facts that the target of the tool has. */
  names: readonly string[]
  label: string
  onChange: (name: string) => void
}

/** The name of a fact, in words. */
export function FactName({ value, names, label, onChange }: FactNameProps) {
  const { t } = useTranslation('calls')
  const words = useCallWords()
  return (
    <NativeSelect aria-label={label} value={value} onChange={onChange}>
      <option value="">{t('chooseFact')}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {words.fact(name)}
        </option>
      ))}
    </NativeSelect>
  )
}
