import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { FactName } from './fact-name.tsx'
import { FactValue } from './fact-value.tsx'
import { factNames, type TypedFact } from './read-facts.ts'

interface FactsEditorProps {
  toolName: string
  facts: readonly TypedFact[]
  onChange: (facts: TypedFact[]) => void
}

/** Facts of a target, one per row: its name and the value that it must have. */
export function FactsEditor({ toolName, facts, onChange }: FactsEditorProps) {
  const { t } = useTranslation('calls')
  const change = (id: number, part: Partial<TypedFact>) =>
    onChange(facts.map((fact) => (fact.id === id ? { ...fact, ...part } : fact)))
  const names = factNames(toolName)
  const nextId = Math.max(0, ...facts.map(({ id }) => id)) + 1
  return (
    <div className="flex flex-col items-start gap-2">
      {facts.map((fact, index) => (
        <div
          key={fact.id}
          className="grid w-full grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)_auto] items-center gap-2"
        >
          <FactName
            value={fact.key}
            names={names}
            label={t('factName', { number: index + 1 })}
            onChange={(key) => change(fact.id, { key, value: '' })}
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
