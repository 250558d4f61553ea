/** A PHP query or form tree: `a[0][b]=c` becomes {a: {0: {b: 'c'}}}. */
export type QueryNode = string | QueryTree
export interface QueryTree {
  [key: string]: QueryNode
}

const newTree = (): QueryTree => Object.create(null) as QueryTree

function keysOf(name: string): string[] {
  const start = name.indexOf('[')
  if (start < 1) return [name]
  return [
    name.slice(0, start),
    ...[...name.slice(start).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? ''),
  ]
}

/** Parses a query string (without `?`) the way PHP does, empty brackets counting up from 0. */
export function parsePhpQuery(query: string): QueryTree {
  const root = newTree()
  for (const [name, value] of new URLSearchParams(query)) {
    const keys = keysOf(name)
    const last = keys.pop() ?? name
    let node = root
    for (const key of keys) {
      const step = key === '' ? String(Object.keys(node).length) : key
      const child = node[step]
      const next = typeof child === 'object' ? child : newTree()
      node[step] = next
      node = next
    }
    node[last === '' ? String(Object.keys(node).length) : last] = value
  }
  return root
}

/** The text at that key; undefined when absent or a subtree. */
export function textAt(tree: QueryTree, key: string): string | undefined {
  const node = tree[key]
  return typeof node === 'string' ? node : undefined
}

/** The members of a list-like subtree in key order; a single text counts as a list of one. */
export function listAt(tree: QueryTree, key: string): QueryNode[] {
  const node = tree[key]
  if (node === undefined) return []
  return typeof node === 'string' ? [node] : Object.values(node)
}

/** PHP's idea of a switch: `true`, `1`, `yes`. */
export const isOn = (tree: QueryTree, key: string): boolean => /^(true|1|yes)$/.test(textAt(tree, key) ?? '')
