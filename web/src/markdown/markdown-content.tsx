import type { Source } from '@hub/contracts'
import { memo, useMemo, useState } from 'react'
import remarkGfm from 'remark-gfm'
import { FencedCode } from './fenced-code.tsx'
import { linkDefinitions } from './link-definitions.ts'
import { MarkdownBlock } from './markdown-block.tsx'
import { type Cite, markdownElements } from './markdown-elements.tsx'
import { remarkBoundPunctuation } from './remark-bound-punctuation.ts'
import { remarkCitations } from './remark-citations.ts'
import { remarkPlainFootnotes } from './remark-plain-footnotes.ts'
import { settleTail } from './settle-tail.ts'
import { type Block, type SplitText, splitBlocks } from './split-blocks.ts'
import { useSameSources } from './use-same-sources.ts'
import { visibleText } from './visible-text.ts'

export interface MarkdownContentProps {
  text: string
  sources: Source[]
  /** Shows a citation of one of the sources; without it the number stays text. */
  cite?: Cite
  /** More is to come: what is half written at the end is shown as it will most likely read. */
  isGrowing?: boolean | undefined
}

/**
 * Markdown as elements, block by block: a text that grows is read again in its last block only. Raw HTML stays text,
 * and an image is only a link: a text cannot make the page call out.
 */
export const MarkdownContent = memo(function MarkdownContent(props: MarkdownContentProps) {
  const { text, cite, isGrowing = false } = props
  const sources = useSameSources(props.sources)
  const [split] = useState(createSplitter)
  const { blocks } = split(text)
  const remarkPlugins = useMemo(() => {
    const known = new Set(sources.map(({ n }) => n))
    return [remarkGfm, remarkPlainFootnotes, remarkBoundPunctuation, remarkCitations(known)]
  }, [sources])
  const components = useMemo(() => markdownElements(sources, cite), [sources, cite])
  const definitions = linkDefinitions(blocks)
  return blocks.map((block, rank) => {
    const shown = visibleText(shownOf(block, isGrowing))
    const key = `${rank} ${block.kind}`
    if (shown.trim() === '') return null
    if (block.kind === 'code')
      return <FencedCode key={key} text={shown} isWhole={block.isClosed || !isGrowing} />
    return (
      <MarkdownBlock
        key={key}
        text={shown}
        definitions={shown.includes('[') ? definitions : ''}
        remarkPlugins={remarkPlugins}
        components={components}
      />
    )
  })
})

function shownOf({ kind, text, isClosed }: Block, isGrowing: boolean): string {
  return isGrowing && kind === 'prose' && !isClosed ? settleTail(text) : text
}

function createSplitter(): (text: string) => SplitText {
  let before: SplitText | undefined
  return (text) => {
    if (before?.text !== text) before = splitBlocks(text, before)
    return before
  }
}
