import type { Source } from '@hub/contracts'
import { BookOpen, TriangleAlert } from 'lucide-react'
import { HoverCard } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { Markdown } from '../../../markdown/markdown.tsx'
import { cn } from '../../../ui/class-names.ts'
import { SourceDoubt } from './source-doubt.tsx'
import { useDoubt } from './use-doubt.ts'
import { useOpenSource } from './use-open-source.ts'

/** A numbered citation: hovering or focusing shows the passage, pressing opens it in its document. */
export function CitationChip({ source }: { source: Source }) {
  const { t } = useTranslation('wibot')
  const { open } = useOpenSource()
  const doubt = useDoubt()(source)
  const name = t('source.chip', { n: source.n, title: source.title })
  return (
    <HoverCard.Root openDelay={150} closeDelay={120}>
      <HoverCard.Trigger asChild>
        <button
          type="button"
          aria-label={doubt === null ? name : `${name}, ${doubt}`}
          onClick={() => open(source)}
          className={cn(
            "tabular relative mx-0.5 inline-flex h-[18px] min-w-[18px] -translate-y-px items-center justify-center gap-0.5 rounded-full border px-1 align-middle font-medium text-[0.6875rem] leading-none transition-colors duration-120 before:absolute before:-inset-[3px] before:content-[''] max-md:before:-inset-3",
            doubt === null
              ? 'border-accent/35 bg-accent-soft text-accent-ink hover:border-accent'
              : 'border-warning/50 bg-warning-soft text-warning hover:border-warning',
          )}
        >
          {doubt !== null && <TriangleAlert aria-hidden className="size-2.5 shrink-0" strokeWidth={2.5} />}
          {source.n}
        </button>
      </HoverCard.Trigger>
      {/* Inside the page's main landmark, as the text that it belongs to. */}
      <HoverCard.Portal container={document.getElementById('content')}>
        <HoverCard.Content
          sideOffset={6}
          collisionPadding={12}
          className="fade-in-0 z-40 w-96 max-w-[calc(100vw-24px)] animate-in rounded-card border bg-raised p-3 shadow-float duration-150"
        >
          <SourcePassage source={source} />
        </HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  )
}

function SourcePassage({ source }: { source: Source }) {
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="flex items-start gap-2 font-medium">
        <BookOpen aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" strokeWidth={1.75} />
        {source.title}
      </p>
      <blockquote className="max-h-60 overflow-hidden border-accent/50 border-l-2 pl-3 text-muted">
        <Markdown text={source.excerpt} />
      </blockquote>
      <SourceDoubt source={source} />
      <code className="break-all text-faint text-xs">{source.path}</code>
    </div>
  )
}

/** The chip of a source, for the renderer of a text. */
export function citationOf(source: Source) {
  return <CitationChip source={source} />
}
