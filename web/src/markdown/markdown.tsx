import type { Source } from '@hub/contracts'
import { type ComponentType, lazy, type ReactNode, Suspense, useDeferredValue } from 'react'
import { cn } from '../ui/class-names.ts'
import { AsWritten } from './as-written.tsx'
import type { MarkdownContentProps } from './markdown-content.tsx'
import './markdown.css'

// Asked for with the page, not with the first answer: the network may be gone by then.
const content = import('./markdown-content.tsx').then(
  (module): { default: ComponentType<MarkdownContentProps> } => ({ default: module.MarkdownContent }),
  (error: unknown) => {
    console.warn('Answers are shown as they were written: their renderer did not load.', error)
    return { default: AsWritten }
  },
)
const MarkdownContent = lazy(() => content)

export interface MarkdownProps {
  text: string
  /** Sources that the text may cite; other numbers stay plain text. */
  sources?: Source[]
  /** Shows a citation; the same function at every render. */
  cite?: (source: Source) => ReactNode
  /** More is to come. */
  isGrowing?: boolean
  className?: string
}

const none: Source[] = []
const longChars = 20_000

/** Text of an answer or a document. Until the renderer is loaded the text stands as it was written. */
export function Markdown({ text, sources = none, cite, isGrowing, className }: MarkdownProps) {
  // A very long text stands as it was written for a moment, and is read without holding the page up.
  const isLong = text.length > longChars
  const deferred = useDeferredValue(text, isLong ? '' : text)
  // What follows the end of an answer comes together with its last words, not above the place where they will stand.
  const shown = isGrowing || isLong ? deferred : text
  return (
    <div className={cn('prose-hub min-w-0', className)}>
      <Suspense fallback={<AsWritten text={text} />}>
        {shown === '' ? (
          <AsWritten text={text} />
        ) : (
          <MarkdownContent text={shown} sources={sources} cite={cite} isGrowing={isGrowing} />
        )}
      </Suspense>
    </div>
  )
}
