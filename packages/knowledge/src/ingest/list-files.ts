import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { NotFoundError } from '@hub/contracts'
import { formatOfName, type TextFormat } from '../extract/text-format.ts'
import { DocumentProblem } from './document-problem.ts'
import { problemSentence } from './document-reasons.ts'
import { isPassedOver } from './is-passed-over.ts'

export interface ListedFile {
  /** Below the folder, with `/`. */
  path: string
  /** Path of the file that describes it, when there is one. */
  sidecar?: string
  /** Why it cannot be a document, if so. */
  problem?: DocumentProblem
  /** It is a folder that cannot be read: what was in it may still be. */
  isFolder?: true
}

/** Formats of the folder: a table or a log is no document. */
const documentFormats: readonly (TextFormat | undefined)[] = ['markdown', 'text', 'html', 'docx', 'pdf']
const sidecarName = /\.ya?ml$/i

/**
 * Files of a folder and its subfolders in alphabetical order, each with its sidecar; without hidden ones, README.md and
 * what editors leave beside a file. A subfolder that cannot be read stands in the list with its problem.
 * @throws NotFoundError when there is no such folder: a wrong path must not empty the knowledge base
 */
export async function listFiles(dir: string): Promise<ListedFile[]> {
  const { entries, unreadable } = await readTree(dir)
  const names = new Set(entries.flatMap(({ path: name, kind }) => (kind === 'folder' ? [] : [name])))
  const isSidecar = ({ path: name }: Entry) =>
    sidecarName.test(name) && names.has(name.replace(sidecarName, ''))
  const sidecars = Map.groupBy(entries.filter(isSidecar), ({ path: name }) => name.replace(sidecarName, ''))
  const files = entries
    .filter((entry) => entry.kind !== 'folder' && !isSidecar(entry))
    .map((entry) => listedFile(entry, sidecars.get(entry.path)))
  return [...files, ...unreadable].sort((a, b) => (a.path < b.path ? -1 : 1))
}

interface Entry {
  path: string
  kind: 'file' | 'folder' | 'other'
}

async function readTree(dir: string): Promise<{ entries: Entry[]; unreadable: ListedFile[] }> {
  const entries: Entry[] = []
  const unreadable: ListedFile[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const read = await readFolder(dir, folder)
    if ('problem' in read) unreadable.push({ path: folder, problem: read.problem, isFolder: true })
    else
      for (const entry of read.entries) {
        const name = path.posix.join(folder, entry.name)
        if (isPassedOver(entry.isDirectory() ? `${name}/in` : name)) continue
        if (entry.isDirectory()) folders.push(name)
        entries.push({ path: name, kind: kindOf(entry) })
      }
  }
  return { entries, unreadable }
}

const kindOf = (entry: Dirent) => (entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other')

async function readFolder(
  dir: string,
  folder: string,
): Promise<{ entries: Dirent[] } | { problem: DocumentProblem }> {
  try {
    return { entries: await readdir(path.join(dir, folder), { withFileTypes: true }) }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (folder !== '' && code === 'ENOENT') return { entries: [] }
    if (folder !== '' && code !== '')
      return { problem: new DocumentProblem('document.folder_unreadable', { code }, cause) }
    const problem = { reason: 'knowledge.folder', params: { dir } }
    throw new NotFoundError(problemSentence(problem.reason, problem.params).en, { ...problem, cause })
  }
}

function listedFile(entry: Entry, sidecars: Entry[] = []): ListedFile {
  const sidecar = sidecars[0]?.path
  const problem = problemOf(entry) ?? sidecarProblem(entry.path, sidecars)
  return { path: entry.path, ...(sidecar && { sidecar }), ...(problem && { problem }) }
}

/** A sheet that would be passed over may be what closes the document: the document is not read without it. */
function sidecarProblem(name: string, sidecars: Entry[]): DocumentProblem | undefined {
  const [file, other] = sidecars.map((sidecar) => path.posix.basename(sidecar.path)).sort()
  if (file === undefined) return undefined
  const odd = sidecars.find(({ kind }) => kind !== 'file')
  if (odd) return new DocumentProblem('document.not_a_file', { sheet: path.posix.basename(odd.path) })
  if (formatOfName(name) === 'markdown') return new DocumentProblem('document.sidecar_markdown', { file })
  return other === undefined ? undefined : new DocumentProblem('document.sidecar_twice', { file, other })
}

function problemOf({ path: name, kind }: Entry): DocumentProblem | undefined {
  if (kind !== 'file') return new DocumentProblem('document.not_a_file')
  if (name.includes(':')) return new DocumentProblem('document.colon')
  if (sidecarName.test(name))
    return new DocumentProblem('document.sidecar_alone', { file: name.replace(sidecarName, '') })
  if (documentFormats.includes(formatOfName(name))) return undefined
  return new DocumentProblem('document.unknown_format', { name: path.posix.basename(name) })
}
