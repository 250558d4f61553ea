import type { Source } from '@hub/contracts'
import { useTranslation } from 'react-i18next'
import { SourceDoubt } from './source-doubt.tsx'
import { useDoubt } from './use-doubt.ts'
import { useOpenSource } from './use-open-source.ts'

/** The passages given to the model, with the number by which the text cites them. */
export function SourceList({ sources }: { sources: Source[] }) {
  const { t } = useTranslation('wibot')
  const { open } = useOpenSource()
  return (
    <ul aria-label={t('source.list')} className="flex flex-col">
      {sources.map((source) => (
        <SourceRow key={source.n} source={source} onOpen={() => open(source)} />
      ))}
    </ul>
  )
}

function SourceRow({ source, onOpen }: { source: Source; onOpen: () => void }) {
  const isDoubted = useDoubt()(source) !== null
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-9 w-full items-center gap-2 rounded-control px-2 text-left text-sm hover:bg-hover max-md:min-h-11"
      >
        <span className="tabular inline-flex h-[18px] min-w-[18px] shrink-0 items-center justify-center rounded-full border border-accent/35 bg-accent-soft px-1 font-medium text-[0.6875rem] text-accent-ink">
          {source.n}
        </span>
        <span className="min-w-0 truncate">{source.title}</span>
        <span className="ml-auto shrink-0">
          <SourceDoubt source={source} />
        </span>
        {!isDoubted && (
          <code className="hidden min-w-0 max-w-[45%] shrink-0 truncate text-faint text-xs sm:block">
            {source.path}
          </code>
        )}
      </button>
    </li>
  )
}
