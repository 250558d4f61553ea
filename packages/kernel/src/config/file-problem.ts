import { type Document, isMap, isNode, isPair, type LineCounter } from 'yaml'

/** Something wrong at one place of a YAML file. */
export interface FileProblem {
  path: PropertyKey[]
  message: string
}

/** A parsed file and the lines of its text. */
export interface FileLines {
  document: Document.Parsed
  lines: LineCounter
}

/** A problem with its place: "channels.0.events: ...". */
export function tellProblem({ path, message }: FileProblem): string {
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`
}

/** Line of a place in the file: its own, or of the nearest thing around it that is written. */
export function lineOfPlace({ document, lines }: FileLines, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length))
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

function offsetOf(document: Document.Parsed, path: PropertyKey[]): number | undefined {
  const key = path.at(-1)
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === key)
    if (isNode(pair?.key)) return pair.key.range?.[0]
  }
  const node = document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}
