import type { Source } from '@hub/contracts'
import { type ComponentType, lazy, type ReactNode, Suspense, useDeferredValue } from 'react'
import { cn } from '../ui/class-names.ts'
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
  className?: string
}

const none: Source[] = []

/** Text of an answer or a document. Until the renderer is loaded the text stands as it was written. */
export function Markdown({ text, sources = none, cite, className }: MarkdownProps) {
  const deferred = useDeferredValue(text)
  return (
    <div className={cn('prose-hub min-w-0', className)}>
      <Suspense fallback={<AsWritten text={text} />}>
        <MarkdownContent text={deferred} sources={sources} cite={cite} />
      </Suspense>
    </div>
  )
}

function AsWritten({ text }: Pick<MarkdownProps, 'text'>) {
  return <p className="whitespace-pre-wrap">{text}</p>
}
