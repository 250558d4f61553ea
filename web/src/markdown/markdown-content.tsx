import type { Source } from '@hub/contracts'
import { ExternalLink } from 'lucide-react'
import { type ComponentProps, memo, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { CodeBlock } from './code-block.tsx'
import { remarkBoundPunctuation } from './remark-bound-punctuation.ts'
import { remarkCitations } from './remark-citations.ts'
import { ScrollBox } from './scroll-box.tsx'
import { useHighlighter } from './use-highlighter.ts'

export interface MarkdownContentProps {
  text: string
  sources: Source[]
  /** Shows a citation of one of the sources; without it the number stays text. */
  cite?: ((source: Source) => ReactNode) | undefined
}

/** Markdown as elements. Raw HTML stays text, and an image is only a link: a text cannot make the page call out. */
export const MarkdownContent = memo(function MarkdownContent(props: MarkdownContentProps) {
  const { text, sources, cite } = props
  const highlight = useHighlighter(text.includes('```'))
  const remarkPlugins = useMemo(() => {
    const known = new Set(sources.map(({ n }) => n))
    return [remarkGfm, remarkBoundPunctuation, remarkCitations(known)]
  }, [sources])
  const components = useMemo(() => ({ ...elements, cite: citeOf(sources, cite) }), [sources, cite])
  return (
    <ReactMarkdown
      remarkPlugins={remarkPlugins}
      rehypePlugins={highlight ? [highlight] : []}
      components={components}
    >
      {text}
    </ReactMarkdown>
  )
})

const elements: Components = {
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => (
    <OutsideLink href={typeof src === 'string' ? src : undefined}>{alt || src}</OutsideLink>
  ),
  pre: ({ children }) => <CodeBlock>{children}</CodeBlock>,
  table: ({ children }) => <MarkdownTable>{children}</MarkdownTable>,
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
}

function OutsideLink({ href, children }: Pick<ComponentProps<'a'>, 'href' | 'children'>) {
  if (!href) return children
  return (
    <a href={href} title={href} target="_blank" rel="noreferrer noopener">
      {children}
      <ExternalLink aria-hidden className="ml-0.5 inline size-3 align-baseline" />
    </a>
  )
}

function MarkdownTable({ children }: ComponentProps<'table'>) {
  const { t } = useTranslation('wibot')
  return (
    <ScrollBox label={t('table')}>
      <table>{children}</table>
    </ScrollBox>
  )
}

function citeOf(sources: Source[], cite: MarkdownContentProps['cite']) {
  const byNumber = new Map(sources.map((source) => [source.n, source]))
  return function Cite({ node, children }: ComponentProps<'cite'> & { node?: { properties: object } }) {
    const { dataN, dataTail } = { dataN: '', dataTail: '', ...node?.properties }
    const source = byNumber.get(Number(dataN))
    if (!source || !cite) return children
    return (
      <span className="whitespace-nowrap">
        {cite(source)}
        {dataTail}
      </span>
    )
  }
}
