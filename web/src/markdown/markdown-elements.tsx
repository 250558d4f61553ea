import type { Source } from '@hub/contracts'
import { type ComponentProps, isValidElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Components } from 'react-markdown'
import { CodeBlock } from './code-block.tsx'
import { OutsideLink } from './outside-link.tsx'
import { ScrollBox } from './scroll-box.tsx'
import { textOf } from './text-of.ts'

export type Cite = ((source: Source) => ReactNode) | undefined

/** The elements of a text: an image is only a link, headings stand under those of the page. */
export function markdownElements(sources: Source[], cite: Cite): Components & { cite: unknown } {
  return { ...elements, cite: citeOf(sources, cite) }
}

const elements: Components = {
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => {
    const href = typeof src === 'string' ? src : undefined
    return <OutsideLink href={href}>{alt || href}</OutsideLink>
  },
  pre: ({ children }) => <InnerCode>{children}</InnerCode>,
  table: ({ children }) => <MarkdownTable>{children}</MarkdownTable>,
  input: ({ checked }) => <TaskBox isDone={checked === true} />,
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
}

/** Code inside of a list or a quote. */
function InnerCode({ children }: ComponentProps<'pre'>) {
  const className = isValidElement<{ className?: string }>(children) ? children.props.className : ''
  const language = /language-(\S+)/.exec(className ?? '')?.[1]
  return (
    <CodeBlock code={textOf(children).replace(/\n$/, '')} language={language}>
      {children}
    </CodeBlock>
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

function TaskBox({ isDone }: { isDone: boolean }) {
  const { t } = useTranslation('wibot')
  return (
    <input type="checkbox" disabled checked={isDone} aria-label={t(isDone ? 'task.done' : 'task.open')} />
  )
}

function citeOf(sources: Source[], cite: Cite) {
  const byNumber = new Map(sources.map((source) => [source.n, source]))
  return function Citation({ node, children }: ComponentProps<'cite'> & { node?: { properties: object } }) {
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
