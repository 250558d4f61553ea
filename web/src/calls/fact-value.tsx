import { useTranslation } from 'react-i18next'
import { Input } from '../ui/input.tsx'
import { NativeSelect } from './native-select.tsx'
import { isKnownFact, knownFacts, type TypedFact } from './read-facts.ts'

interface FactValueProps {
  fact: TypedFact
  label: string
  onChange: (value: string) => void
}

/** The value that a fact must have: yes or no where it is one of the two. */
export function FactValue({ fact, label, onChange }: FactValueProps) {
  const { t } = useTranslation('calls')
  const { t: tUi } = useTranslation('ui')
  const isYesNo = isKnownFact(fact.key) && knownFacts[fact.key] === 'boolean'
  if (!isYesNo)
    return (
      <Input
        aria-label={label}
        placeholder={t('factValueHint')}
        value={fact.value}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <NativeSelect aria-label={label} value={fact.value} onChange={onChange}>
      <option value="">{t('choose')}</option>
      <option value="true">{tUi('yes')}</option>
      <option value="false">{tUi('no')}</option>
    </NativeSelect>
  )
}
