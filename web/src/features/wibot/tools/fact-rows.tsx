import type { Locale } from '@hub/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { FactTable } from '../../../ui/fact-table.tsx'
import type { Fact, Scalar } from './result-view.ts'
import { useToolWords } from './use-tool-words.ts'

const shownAtFirst = 10
const monoKeys = new Set(['hostname', 'device', 'login', 'userPrincipalName', 'mail', 'container', 'path'])

/** Values of a call as label and value, the first ten at once. */
export function FactRows({ facts, locale }: { facts: Fact[]; locale: Locale }) {
  const { t } = useTranslation('wibot')
  const { label, value } = useToolWords(locale)
  const [isWhole, setIsWhole] = useState(false)
  const rows = (isWhole ? facts : facts.slice(0, shownAtFirst)).map((fact) => ({
    key: `${fact.group ?? ''}.${fact.key}`,
    label: fact.group === null ? label(fact.key) : `${label(fact.group)}, ${label(fact.key).toLowerCase()}`,
    value: <FactValue fact={fact} write={value} />,
  }))
  return (
    <div className="flex flex-col items-start gap-1">
      <FactTable facts={rows} className="w-full" />
      {!isWhole && facts.length > shownAtFirst && (
        <Button variant="ghost" size="sm" className="-ml-2" onClick={() => setIsWhole(true)}>
          {t('tool.more', { count: facts.length - shownAtFirst })}
        </Button>
      )}
    </div>
  )
}

function FactValue({ fact, write }: { fact: Fact; write: (key: string, value: Scalar) => string }) {
  const text = Array.isArray(fact.value)
    ? fact.value.map((item) => write(fact.key, item)).join(', ')
    : write(fact.key, fact.value)
  if (monoKeys.has(fact.key)) return <span className="break-all font-mono text-xs">{text}</span>
  return <span className="tabular line-clamp-6 whitespace-pre-line">{text}</span>
}
