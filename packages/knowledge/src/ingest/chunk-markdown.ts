import { readSections, type Section, type Unit } from './read-sections.ts'
import { splitUnit } from './split-unit.ts'

export interface Chunk {
  headingPath: string[]
  /** Markdown without HTML, images or hidden links. */
  content: string
}

const targetLength = 1200
/** A table, a list item or a code block may be this long before it is cut. */
const maxUnitLength = 2000
/** Sections shorter than this join the next one when both fit in one chunk. */
const shortLength = 500

/** Cuts a Markdown body into passages of about 800 to 1200 characters that follow its headings. */
export function chunkMarkdown(body: string, title: string): Chunk[] {
  return joinShort(readSections(body, title).flatMap(chunkSection))
}

/** The same where each section is a page of the document: no passage spans two, so that each keeps its page number. */
export function chunkPages(body: string, title: string): Chunk[] {
  return readSections(body, title).flatMap(chunkSection)
}

function chunkSection({ headingPath, units }: Section): Chunk[] {
  const contents: string[] = []
  for (const unit of units.flatMap((whole) => splitUnit(whole, maxUnitLength))) {
    const last = contents.at(-1)
    const joined = last === undefined ? undefined : join(last, unit)
    if (joined !== undefined && joined.length <= targetLength) contents[contents.length - 1] = joined
    else contents.push(unit.text)
  }
  return contents.map((content) => ({ headingPath, content }))
}

const join = (before: string, { joint, text }: Unit) => `${before}${joint}${text}`

/** A short passage takes in what follows it, with the headings that tell them apart written inside. */
function joinShort(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = []
  for (const chunk of chunks) {
    const last = joined.at(-1)
    const both = last && merge(last, chunk)
    if (both) joined[joined.length - 1] = both
    else joined.push(chunk)
  }
  return joined
}

function merge(first: Chunk, second: Chunk): Chunk | undefined {
  if (Math.min(first.content.length, second.content.length) > shortLength) return undefined
  const headingPath = sharedPath(first.headingPath, second.headingPath)
  const content = [first, second].map((chunk) => withHeadings(chunk, headingPath.length)).join('\n\n')
  return content.length > targetLength ? undefined : { headingPath, content }
}

function sharedPath(first: readonly string[], second: readonly string[]): string[] {
  const different = first.findIndex((heading, depth) => heading !== second[depth])
  return different === -1 ? [...first] : first.slice(0, different)
}

function withHeadings({ headingPath, content }: Chunk, depth: number): string {
  const below = headingPath
    .slice(depth)
    .map(
      (heading, index) => `${'#'.repeat(Math.min(depth + index + 2, 6))} ${heading.replace(/[<[]/g, '\\$&')}`,
    )
  return [...below, content].join('\n\n')
}
