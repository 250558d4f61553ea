/** A top-level piece of a markdown text. The pieces put together are the text. */
export interface Block {
  /** `code` is a fenced block, its fences included. */
  kind: 'prose' | 'code'
  text: string
  /** What follows can no longer change this piece. */
  isClosed: boolean
}

/** A text cut into blocks, with what is needed to go on when it grows. */
export interface SplitText {
  text: string
  blocks: Block[]
}

interface Line {
  start: number
  end: number
  text: string
}

/** A list longer than this is cut between two of its items, so that each new word costs no more than this. */
const longestListChars = 4_000
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const listItem = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
const topListItem = /^(?:[-*+]|\d{1,9}[.)])[ \t]/
const indented = /^(?: {4}| {0,3}\t)/

/**
 * Cuts markdown at its top-level boundaries: blank lines that no list carries over, and fences. With `before`, an
 * earlier cut of the beginning of the same text, only its last two blocks are read again: the very last line may have
 * been half a marker.
 */
export function splitBlocks(text: string, before?: SplitText): SplitText {
  const canGoOn = before !== undefined && before.blocks.length > 0 && text.startsWith(before.text)
  const kept = canGoOn ? before.blocks.slice(0, -2) : []
  const from = kept.reduce((sum, block) => sum + block.text.length, 0)
  return { text, blocks: [...kept, ...cut(text, from)] }
}

interface Cut {
  blocks: Block[]
  start: number
  /** The characters that closes the open fence; null outside of one. */
  fence: string | null
  hasList: boolean
  isAfterBlank: boolean
}

function cut(text: string, from: number): Block[] {
  const state: Cut = { blocks: [], start: from, fence: null, hasList: false, isAfterBlank: false }
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline + 1
    step(state, text, { start: at, end, text: text.slice(at, newline === -1 ? end : newline) })
    at = end
  }
  close(state, text, { at: text.length, isClosed: false })
  return state.blocks
}

function step(state: Cut, text: string, line: Line): void {
  if (state.fence !== null) {
    if (!closes(line.text, state.fence)) return
    const isWhole = line.end > line.start + line.text.length
    if (isWhole) close(state, text, { at: line.end, isClosed: true })
    return
  }
  if (line.text.trim() === '') {
    state.isAfterBlank = true
    return
  }
  if (begins(state, line)) close(state, text, { at: line.start, isClosed: true })
  const opening = state.start === line.start ? fence.exec(line.text)?.[1] : undefined
  if (opening !== undefined) state.fence = opening
  state.hasList ||= listItem.test(line.text)
  state.isAfterBlank = false
}

function begins(state: Cut, line: Line): boolean {
  if (line.start === state.start) return false
  if (fence.test(line.text) && (!state.hasList || !line.text.startsWith(' '))) return true
  const isLong = line.start - state.start > longestListChars
  if (state.hasList && isLong && topListItem.test(line.text)) return true
  if (!state.isAfterBlank) return false
  if (state.hasList)
    return !line.text.startsWith(' ') && !line.text.startsWith('\t') && !listItem.test(line.text)
  return !indented.test(line.text)
}

function closes(line: string, opening: string): boolean {
  const [, run, rest] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
  return run?.startsWith(opening) === true && rest?.trim() === ''
}

function close(state: Cut, text: string, { at, isClosed }: { at: number; isClosed: boolean }): void {
  const piece = text.slice(state.start, at)
  const kind = state.fence === null ? 'prose' : 'code'
  if (piece !== '') state.blocks.push({ kind, text: piece, isClosed })
  Object.assign(state, { start: at, fence: null, hasList: false, isAfterBlank: false })
}
