import { type Document, isMap, isNode, isPair, type LineCounter } from 'yaml'

/** Something wrong at one place of the file. */
export interface FileProblem {
  path: PropertyKey[]
  message: string
}

/** A problem with its line: "line 4: channels.0.events: ...". */
export function tellProblem(
  { document, lines }: { document: Document.Parsed; lines: LineCounter },
  { path, message }: FileProblem,
): string {
  const place = path.length === 0 ? '' : `${path.map(String).join('.')}: `
  return `line ${lineOf(document, lines, path)}: ${place}${message}`
}

/** Line of a place, or of the nearest thing around it that is written. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length))
    if (offset !== undefined) return lines.linePos(offset).line
  }
  return 1
}

function offsetOf(document: Document.Parsed, path: PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isNode(item.key) && String(item.key) === path.at(-1),
    )
    if (isNode(pair?.key)) return pair.key.range?.[0]
  }
  const node = document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}
