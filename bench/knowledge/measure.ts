import type { Query } from './rag-set.ts'

/** Document ids for a query, best first; a document may come twice. */
export type Ranking = (query: string) => Promise<string[]>

export interface Figures {
  ndcg10: number
  recall5: number
  /** Median and 95th percentile, milliseconds. */
  p50: number
  p95: number
  /** nDCG@10 of each half of the queries: weights are chosen on the first one, the second is held out. */
  halves: [number, number]
}

/** Means over the queries: nDCG at 10 with relevance yes or no, and share of the relevant documents in the first 5. */
export async function measure(queries: readonly Query[], rank: Ranking): Promise<Figures> {
  const gains: number[] = []
  const recalls: number[] = []
  const times: number[] = []
  for (const { text, relevant } of queries) {
    const startedAt = performance.now()
    const found = await rank(text)
    times.push(performance.now() - startedAt)
    const ranked = [...new Set(found)]
    gains.push(gain(ranked.slice(0, 10), relevant) / idealGain(relevant.size))
    recalls.push(ranked.slice(0, 5).filter((id) => relevant.has(id)).length / relevant.size)
  }
  times.sort((a, b) => a - b)
  const half = (rest: number) => mean(gains.filter((_, index) => index % 2 === rest))
  return {
    ndcg10: mean(gains),
    recall5: mean(recalls),
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    halves: [half(0), half(1)],
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

function gain(ranked: readonly string[], relevant: ReadonlySet<string>): number {
  return ranked.reduce((sum, id, index) => sum + (relevant.has(id) ? discount(index) : 0), 0)
}

function idealGain(count: number): number {
  return Array.from({ length: Math.min(count, 10) }, (_, index) => discount(index)).reduce((a, b) => a + b, 0)
}

const discount = (index: number) => 1 / Math.log2(index + 2)
