import type { Query } from './rag-set.ts'

/** Document ids for a query, best first; a document may come twice. */
export type Ranking = (query: string) => Promise<string[]>

export interface Figures {
  ndcg10: number
  recall5: number
  msPerQuery: number
}

/** Means over the queries: nDCG at 10 with relevance yes or no, and share of the relevant documents in the first 5. */
export async function measure(queries: readonly Query[], rank: Ranking): Promise<Figures> {
  let ndcg = 0
  let recall = 0
  const startedAt = performance.now()
  for (const { text, relevant } of queries) {
    const ranked = [...new Set(await rank(text))]
    ndcg += gain(ranked.slice(0, 10), relevant) / idealGain(relevant.size)
    recall += ranked.slice(0, 5).filter((id) => relevant.has(id)).length / relevant.size
  }
  const count = queries.length
  return {
    ndcg10: ndcg / count,
    recall5: recall / count,
    msPerQuery: (performance.now() - startedAt) / count,
  }
}

function gain(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  return ranked.reduce((sum, id, index) => sum + (relevant.has(id) ? discount(index) : 0), 0)
}

function idealGain(count: number): number {
  return Array.from({ length: Math.min(count, 10) }, (_, index) => discount(index)).reduce((a, b) => a + b, 0)
}

const discount = (index: number) => 1 / Math.log2(index + 2)
