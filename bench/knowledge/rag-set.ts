import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'

const CorpusLine = z.object({ _id: z.string(), title: z.string().optional(), text: z.string() })
const QueryLine = z.object({ _id: z.string(), text: z.string() })

export type CorpusDocument = z.infer<typeof CorpusLine>

/** Title and text as one. */
export function documentText({ title, text }: CorpusDocument): string {
  return `${title ?? ''}\n${text}`
}

export interface Query {
  text: string
  relevant: ReadonlySet<string>
}

export interface RagSet {
  name: string
  corpus: CorpusDocument[]
  queryCount: number
  /** At most this many queries, spread evenly over the set. */
  sample(most: number): Query[]
}

/** Reads the sets of a folder: corpus.jsonl, queries.jsonl and qrels.tsv, in the folder itself or one below. */
export async function readRagSets(folder: string): Promise<RagSet[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  if (entries.some(({ name }) => name === 'corpus.jsonl')) return [await readSet(folder)]
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
  return Promise.all(folders.sort().map(readSet))
}

async function readSet(folder: string): Promise<RagSet> {
  const corpus = (await linesOf(folder, 'corpus.jsonl')).map((line) => CorpusLine.parse(JSON.parse(line)))
  const relevant = await readJudgements(folder)
  const queries = (await linesOf(folder, 'queries.jsonl'))
    .map((line) => QueryLine.parse(JSON.parse(line)))
    .map(({ _id, text }) => ({ text, relevant: relevant.get(_id) ?? new Set<string>() }))
    .filter((query) => query.relevant.size > 0)
  const sample = (most: number) => {
    const step = Math.max(1, queries.length / most)
    return Array.from(
      { length: Math.min(most, queries.length) },
      (_, i) => queries[Math.floor(i * step)],
    ).filter((query) => query !== undefined)
  }
  return { name: basename(folder), corpus, queryCount: queries.length, sample }
}

async function readJudgements(folder: string): Promise<Map<string, Set<string>>> {
  const byQuery = new Map<string, Set<string>>()
  for (const line of (await linesOf(folder, 'qrels.tsv')).slice(1)) {
    const [query, document, score] = line.split('\t')
    if (query === undefined || document === undefined || Number(score) <= 0) continue
    byQuery.set(query, (byQuery.get(query) ?? new Set()).add(document))
  }
  return byQuery
}

async function linesOf(folder: string, file: string): Promise<string[]> {
  return (await readFile(join(folder, file), 'utf8')).split('\n').filter((line) => line.trim() !== '')
}
