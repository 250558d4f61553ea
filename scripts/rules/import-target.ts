import { posix } from 'node:path'

/** The repository path that a relative or '@/' (web/src) specifier names, or undefined for a package. */
export function targetPath(file: string, specifier: string): string | undefined {
  if (/^\.{1,2}(\/|$)/.test(specifier)) return posix.join(posix.dirname(file), specifier)
  if (specifier.startsWith('@/') && file.startsWith('web/')) return posix.join('web/src', specifier.slice(2))
  return undefined
}
