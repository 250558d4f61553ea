import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Input } from '../ui/input.tsx'
import { NativeSelect } from './native-select.tsx'
import { isKnownFact, knownFacts, type TypedFact } from './read-facts.ts'
import { useCallWords } from './use-call-words.ts'

interface FactsEditorProps {
  facts: readonly TypedFact[]
  onChange: (facts: TypedFact[]) => void
}

/** Facts of a target, one per row: its name and the value that it must have. */
export function FactsEditor({ facts, onChange }: FactsEditorProps) {
  const { t } = useTranslation('calls')
  const words = useCallWords()
  const listId = useId()
  const change = (id: number, part: Partial<TypedFact>) =>
    onChange(facts.map((fact) => (fact.id === id ? { ...fact, ...part } : fact)))
  const nextId = Math.max(0, ...facts.map(({ id }) => id)) + 1
  return (
    <div className="flex flex-col items-start gap-2">
      <datalist id={listId}>
        {Object.keys(knownFacts).map((key) => (
          <option key={key} value={key}>
            {words.fact(key)}
          </option>
        ))}
      </datalist>
      {facts.map((fact, index) => (
        <div key={fact.id} className="flex w-full items-center gap-2">
          <Input
            list={listId}
            aria-label={t('factName', { number: index + 1 })}
            placeholder={t('factNameHint')}
            value={fact.key}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => change(fact.id, { key: event.target.value })}
            className="min-w-0 flex-1 font-mono text-sm"
          />
          <span aria-hidden className="text-faint">
            =
          </span>
          <FactValue
            fact={fact}
            label={t('factValue', { number: index + 1 })}
            onChange={(value) => change(fact.id, { value })}
          />
          <IconButton
            icon={X}
            label={t('removeFact', { number: index + 1 })}
            onClick={() => onChange(facts.filter(({ id }) => id !== fact.id))}
          />
        </div>
      ))}
      <Button
        size="sm"
        className="max-md:h-11"
        onClick={() => onChange([...facts, { id: nextId, key: '', value: '' }])}
      >
        <Plus aria-hidden />
        {t('addFact')}
      </Button>
    </div>
  )
}

interface FactValueProps {
  fact: TypedFact
  label: string
  onChange: (value: string) => void
}

function FactValue({ fact, label, onChange }: FactValueProps) {
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
        className="min-w-0 flex-1"
      />
    )
  return (
    <NativeSelect aria-label={label} value={fact.value} onChange={onChange} className="min-w-0 flex-1">
      <option value="">{t('choose')}</option>
      <option value="true">{tUi('yes')}</option>
      <option value="false">{tUi('no')}</option>
    </NativeSelect>
  )
}
