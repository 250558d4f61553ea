import { useTranslation } from 'react-i18next'
import { Input } from '../ui/input.tsx'
import { NativeSelect } from './native-select.tsx'
import { knownFacts, type TypedFact } from './read-facts.ts'
import { useCallWords } from './use-call-words.ts'

/** Stands for any fact that is not in the list. */
const other = '*'

interface FactNameProps {
  fact: TypedFact
  label: string
  onChange: (part: Partial<TypedFact>) => void
}

/** The name of a fact: one of the known ones in words, or any other by its technical name. */
export function FactName({ fact, label, onChange }: FactNameProps) {
  const { t } = useTranslation('calls')
  const words = useCallWords()
  if (fact.isOther)
    return (
      <Input
        aria-label={label}
        placeholder={t('factNameHint')}
        value={fact.key}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => onChange({ key: event.target.value })}
        className="font-mono text-sm"
      />
    )
  return (
    <NativeSelect
      aria-label={label}
      value={fact.key}
      onChange={(key) => onChange(key === other ? { key: '', isOther: true } : { key, value: '' })}
    >
      <option value="">{t('chooseFact')}</option>
      {Object.keys(knownFacts).map((key) => (
        <option key={key} value={key}>
          {words.fact(key)}
        </option>
      ))}
      <option value={other}>{t('otherFact')}</option>
    </NativeSelect>
  )
}
