import type { Source } from '@hub/contracts'
import { lazy, type ReactNode, Suspense, useDeferredValue } from 'react'
import { cn } from '../../../ui/class-names.ts'
import './markdown.css'

const MarkdownContent = lazy(async () => ({
  default: (await import('./markdown-content.tsx')).MarkdownContent,
}))

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
      <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
        <MarkdownContent text={deferred} sources={sources} cite={cite} />
      </Suspense>
    </div>
  )
}
