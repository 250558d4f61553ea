import { memo } from 'react'
import ReactMarkdown, { type Components, type Options } from 'react-markdown'
import { AsWritten } from './as-written.tsx'
import { BlockBoundary } from './block-boundary.tsx'
import { isTangled } from './is-tangled.ts'
import { useHighlighter } from './use-highlighter.ts'

export interface MarkdownBlockProps {
  text: string
  /** Link definitions from elsewhere in the text. */
  definitions: string
  remarkPlugins: NonNullable<Options['remarkPlugins']>
  components: Components
}

/** One top-level piece of prose; read again only when it changes. */
export const MarkdownBlock = memo(function MarkdownBlock(props: MarkdownBlockProps) {
  const { text, definitions, remarkPlugins, components } = props
  const isWrittenOnly = isTangled(text)
  const highlight = useHighlighter(!isWrittenOnly && text.includes('```'))
  if (isWrittenOnly) return <AsWritten text={text} />
  return (
    <BlockBoundary fallback={<AsWritten text={text} />}>
      <ReactMarkdown
        remarkPlugins={remarkPlugins}
        rehypePlugins={highlight ? [highlight] : []}
        components={components}
        urlTransform={asWritten}
      >
        {definitions === '' ? text : `${text}\n\n${definitions}`}
      </ReactMarkdown>
    </BlockBoundary>
  )
})

// OutsideLink alone decides which addresses are followed.
const asWritten = (url: string) => url
