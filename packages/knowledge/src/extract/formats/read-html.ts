import { toString as textOf } from 'mdast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { decodeText } from '../decode-text.ts'
import type { Extracted } from '../read-job.ts'
import { cleanMarkdown } from './clean-markdown.ts'

const toMarkdown = unified()
  .use(rehypeParse)
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    handlers: {
      // Identifiers and addresses are searched as they are written: no back slash inside a word.
      text: (node: { value: string }, _parent, state, info) =>
        state.safe(node.value, info).replace(/(?<=[\p{L}\p{N}])\\(?=[_@.:][\p{L}\p{N}/])/gu, ''),
    },
  })

/** Markdown of an HTML page: scripts, styles and images go. The title is its own, else its first main heading. */
export function readHtml(bytes: Uint8Array): Extracted {
  return htmlToMarkdown(decodeText(bytes, declaredEncoding(bytes)))
}

/** Markdown of HTML text. */
export function htmlToMarkdown(html: string): Extracted {
  const tree = toMarkdown.parse(html)
  const read = cleanMarkdown(toMarkdown.stringify(toMarkdown.runSync(tree)))
  const title = titleOf(tree) ?? read.title
  return { ...read, ...(title && { title }) }
}

type HtmlNode = { type: string; tagName?: string; children?: HtmlNode[] }

function titleOf(tree: HtmlNode): string | undefined {
  const inside = (node: HtmlNode | undefined, tag: string) =>
    node?.children?.find(({ tagName }) => tagName === tag)
  const title = textOf(inside(inside(inside(tree, 'html'), 'head'), 'title'))
    .replace(/\s+/g, ' ')
    .trim()
  return title === '' ? undefined : title
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1')
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
}
