import type { Block } from './split-blocks.ts'

const definition = /^ {0,3}\[(?!\^)[^\][\n]{1,200}\]:[ \t]*\S[^\n]*$/gm
const most = 100

/** The link definitions (`[guide]: https://...`) of a text, for the blocks that refer to them; empty without any. */
export function linkDefinitions(blocks: readonly Block[]): string {
  const found = blocks.flatMap(({ kind, text }) =>
    kind === 'prose' && text.includes(']:') ? (text.match(definition) ?? []) : [],
  )
  return found.slice(0, most).join('\n')
}
