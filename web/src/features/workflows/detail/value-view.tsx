import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../i18n/use-locale.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { useRunWords } from '../words/use-run-words.ts'
import { ScalarView } from './scalar-view.tsx'
import { shapeOf, spokenText } from './value-shape.ts'

const shownAtFirst = 8

/** A recorded value for people: facts and lists first, the whole as JSON on demand. */
export function ValueView({ value }: { value: unknown }) {
  const { t } = useTranslation('workflows')
  const [isRaw, setRaw] = useState(false)
  const json = JSON.stringify(value, null, 2) ?? ''
  return (
    <div className="flex min-w-0 flex-col gap-2 text-sm">
      {isRaw ? (
        <pre className="whitespace-pre-wrap break-all font-mono text-xs">{json}</pre>
      ) : (
        <Value value={value} name="" />
      )}
      {shapeOf(value).kind !== 'none' && (
        <span className="flex items-center gap-1">
          <Button
            variant="ghost"
            size="sm"
            aria-pressed={isRaw}
            onClick={() => setRaw(!isRaw)}
            className="-ml-2 text-xs max-md:h-11"
          >
            {t('value.raw')}
          </Button>
          <CopyButton value={json} label={t('value.copy')} className="size-7" />
        </span>
      )}
    </div>
  )
}

function Value({ value, name }: { value: unknown; name: string }) {
  const { t } = useTranslation('workflows')
  const shape = shapeOf(value)
  switch (shape.kind) {
    case 'none':
      return <span className="text-faint">{t('value.none')}</span>
    case 'scalar':
      return <ScalarView value={shape.value} name={name} />
    case 'list':
      return (
        <ul className="flex flex-col">
          {shape.items.map(({ rank, item }) => (
            <li key={rank}>
              <ScalarView value={item} name={name} />
            </li>
          ))}
        </ul>
      )
    case 'records':
      return <Records items={shape.items} name={name} />
    case 'record':
      return <RecordView entries={shape.entries} />
  }
}

/** A text that is there in every language is read in one, before what stands beside it. */
function RecordView({ entries }: { entries: [string, unknown][] }) {
  const locale = useLocale()
  const { text, rest } = spokenText(entries, locale)
  if (text === null) return <Entries entries={entries} />
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span className="break-words">{text}</span>
      {rest.length > 0 && <Entries entries={rest} />}
    </div>
  )
}

function Entries({ entries }: { entries: [string, unknown][] }) {
  const words = useRunWords()
  return (
    <dl className="flex min-w-0 flex-col gap-1">
      {entries.map(([key, inner]) => (
        <div
          key={key}
          className={
            shapeOf(inner).kind === 'scalar'
              ? 'grid grid-cols-[minmax(88px,max-content)_minmax(0,1fr)] gap-x-3'
              : 'flex flex-col gap-0.5'
          }
        >
          <dt className="text-muted">{words.key(key)}</dt>
          <dd className={shapeOf(inner).kind === 'scalar' ? 'min-w-0' : 'min-w-0 border-l pl-3'}>
            <Value value={inner} name={key} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Records({ items, name }: { items: { rank: number; item: unknown }[]; name: string }) {
  const { t } = useTranslation('workflows')
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? items : items.slice(0, shownAtFirst)
  const rest = items.length - shown.length
  return (
    <div className="flex flex-col items-start gap-1">
      <ol className="flex w-full min-w-0 flex-col gap-2">
        {shown.map(({ rank, item }) => (
          <li key={rank} className="min-w-0 border-b pb-2 last:border-b-0 last:pb-0">
            <Value value={item} name={name} />
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <Button variant="ghost" size="sm" className="-ml-2 max-md:h-11" onClick={() => setWhole(true)}>
          {t('value.more', { count: rest })}
        </Button>
      )}
    </div>
  )
}
