import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Paths of the repository's files relative to its root: committed ones and new ones that git does not ignore. */
export function trackedFiles(root: string): string[] {
  const flags = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate']
  const listed = execFileSync('git', flags, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  return listed.split('\0').filter((file) => file !== '' && existsSync(`${root}/${file}`))
}

/** True for TypeScript written by hand: a .ts or .tsx file that no tool generated. */
export function isSource(file: string): boolean {
  return /\.tsx?$/.test(file) && !/(^|\/)generated\//.test(file)
}

/** True for test code: test and e2e files, and everything in a `tests` folder. */
export function isTest(file: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(file) || /(^|\/)tests\//.test(file)
}
