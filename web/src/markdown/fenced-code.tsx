import { memo } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import { CodeBlock } from './code-block.tsx'
import { useHighlighter } from './use-highlighter.ts'

/** Beyond this the colours cost more than they help. */
const longestColouredChars = 20_000
const opening = /^( {0,3})(`{3,}|~{3,})[ \t]*(\S*)[^\n]*(?:\n|$)/

interface FencedCodeProps {
  /** The block with its fences; the last one may be missing. */
  text: string
  /** Nothing more is to come. */
  isWhole: boolean
}

/** A fenced block. It is plain while it grows, so that a new line costs no new reading, and coloured once whole. */
export const FencedCode = memo(function FencedCode({ text, isWhole }: FencedCodeProps) {
  const { language, code } = readFence(text)
  const isColoured = isWhole && language !== undefined && code.length <= longestColouredChars
  const highlight = useHighlighter(isColoured)
  return (
    <CodeBlock code={code} language={language}>
      {isColoured && highlight ? (
        <ReactMarkdown rehypePlugins={[highlight]} components={bare}>
          {text}
        </ReactMarkdown>
      ) : (
        <code>{code}</code>
      )}
    </CodeBlock>
  )
})

const bare: Components = { pre: ({ children }) => children }

// Half a closing fence is no code either.
function readFence(text: string): { language: string | undefined; code: string } {
  const [head = '', indent = '', run = '`', language] = opening.exec(text) ?? []
  const body = text.slice(head.length).replace(/\n$/, '')
  const lastAt = body.lastIndexOf('\n') + 1
  const isFence =
    body.slice(lastAt).trim() !== '' &&
    body
      .slice(lastAt)
      .replaceAll(run[0] ?? '', '')
      .trim() === ''
  const code = isFence ? body.slice(0, Math.max(0, lastAt - 1)) : body
  return { language: language || undefined, code: indent === '' ? code : outdent(code, indent.length) }
}

const outdent = (code: string, spaces: number) => code.replace(new RegExp(`^ {1,${spaces}}`, 'gm'), '')
