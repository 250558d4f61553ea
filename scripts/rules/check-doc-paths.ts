import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import type { Check } from './check.ts'

/** Every path that the documentation cites exists (a path that git ignores, such as a build folder, may not). */
export const checkDocPaths: Check = {
  name: 'doc paths',
  run: async ({ root, files }) => {
    const topLevel = new Set(files.map((file) => file.split('/')[0] ?? ''))
    const docs = files.filter((file) => /^(?:docs\/.*|[^/]+)\.md$/.test(file))
    const cited = docs.flatMap((doc) => citedPaths(doc, readFileSync(`${root}/${doc}`, 'utf8'), topLevel))
    const dead = cited.filter(({ path }) => !existsSync(`${root}/${path}`) && !isIgnored(root, path))
    const problems = dead.map(({ doc, line, path }) => `${doc}:${line} cites ${path}, which does not exist`)
    return { problems, note: `${cited.length} paths in ${docs.length} documents` }
  },
}

interface Citation {
  doc: string
  line: number
  path: string
}

/**
 * Paths in link targets (relative to the document) and in code spans that start with a folder of the
 * repository. A path with a wildcard or a placeholder counts up to the part before it.
 */
export function citedPaths(doc: string, markdown: string, topLevel: ReadonlySet<string>): Citation[] {
  return markdown.split('\n').flatMap((text, index) => {
    const links = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => linkedPath(doc, target))
    const spans = Array.from(text.matchAll(/`([^`\s]+\/[^`\s]*)`/g), ([, span = '']) => span)
    const inside = spans.filter((span) => topLevel.has(span.split('/')[0] ?? ''))
    const paths = [...links, ...inside].map(withoutPlaceholder).filter((path) => path !== '')
    return paths.map((path) => ({ doc, line: index + 1, path }))
  })
}

function linkedPath(doc: string, target: string): string {
  const [path = ''] = target.split(/[#?]/)
  if (path === '' || /^[a-z]+:|^\//.test(path)) return ''
  return posix.join(posix.dirname(doc), path)
}

function withoutPlaceholder(path: string): string {
  const [fixed = ''] = path.split(/[*<{[]|\.\.\.|NNNN/)
  const whole = fixed === path ? path.replace(/:\d+$/, '') : posix.dirname(`${fixed}x`)
  return whole === '.' ? '' : whole
}

function isIgnored(root: string, path: string): boolean {
  try {
    execFileSync('git', ['check-ignore', '--quiet', '--', path], { cwd: root })
    return true
  } catch (error) {
    if ((error as { status?: number }).status === 1) return false
    throw error
  }
}
