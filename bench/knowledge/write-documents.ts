import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { CorpusDocument } from './rag-set.ts'

/** Writes a corpus as documents that the Hub reads. Returns the id of each by file name. */
export async function writeDocuments(
  folder: string,
  corpus: readonly CorpusDocument[],
): Promise<Map<string, string>> {
  const idOf = new Map<string, string>()
  for (const [index, { _id, title, text }] of corpus.entries()) {
    const file = `${index}.md`
    const meta = stringify({
      title: title?.slice(0, 200) || `Document ${index}`,
      kind: 'faq',
      updated: '2026-01-01',
    })
    await writeFile(join(folder, file), `---\n${meta}---\n${text}\n`)
    idOf.set(file, _id)
  }
  return idOf
}
