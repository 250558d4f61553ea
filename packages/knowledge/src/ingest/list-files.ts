import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { NotFoundError } from '@hub/contracts'

export interface ListedFile {
  /** Below the folder, with `/`. */
  path: string
  /** Why it cannot be a document, if so. */
  problem?: string
}

/**
 * Files of a folder and its subfolders in alphabetical order, without hidden ones and README.md.
 * @throws NotFoundError when there is no such folder: a wrong path must not empty the knowledge base
 */
export async function listFiles(dir: string): Promise<ListedFile[]> {
  const entries = await readFolder(dir)
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const relative = path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')
      const problem = problemOf(relative, entry.isFile())
      return problem === undefined ? { path: relative } : { path: relative, problem }
    })
    .filter((file) => !/(?:^|\/)(?:\.|README\.md$)/.test(file.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function readFolder(dir: string) {
  try {
    return await readdir(dir, { recursive: true, withFileTypes: true })
  } catch (cause) {
    throw new NotFoundError(`The documents folder ${dir} cannot be read`, {
      reason: 'knowledge.folder',
      params: { dir },
      cause,
    })
  }
}

function problemOf(relative: string, isFile: boolean): string | undefined {
  if (!isFile) return 'not a regular file'
  if (relative.includes(':')) return 'the name holds a colon, kept for documents of other sources'
  if (!relative.toLowerCase().endsWith('.md')) return 'not a Markdown file (.md)'
  return undefined
}
