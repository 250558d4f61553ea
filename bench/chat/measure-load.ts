import { ask, type Heard } from './ask.ts'
import type { Lab } from './start-lab.ts'

/** Tokens of one answer, at most: it ends at the time limit of its mode, which a busy machine reaches sooner. */
const longest = 25_000

/**
 * Tokens per second with nothing but tokens, and whether each came once and in order, also across the resumes of
 * readers that were too slow.
 */
export async function measureOrder(
  lab: Lab,
  { streams, tokens }: { streams: number; tokens: number },
): Promise<{ tokens: number; perSecond: number; isWhole: boolean; resumes: number }> {
  const startedAt = performance.now()
  const asking = lab.askers.slice(0, streams).map(async (asker) => {
    const heard: Heard[] = []
    for (let left = tokens; left > 0; left -= longest)
      heard.push(await ask(lab, 'hub', { tokens: Math.min(left, longest), everyMs: 0, asker, delays: false }))
    return heard
  })
  const heard = (await Promise.all(asking)).flat()
  const seconds = (performance.now() - startedAt) / 1_000
  const all = heard.reduce((sum, one) => sum + one.tokens, 0)
  const resumes = heard.reduce((sum, one) => sum + one.resumes, 0)
  return { tokens: all, perSecond: all / seconds, isWhole: heard.every(({ isWhole }) => isWhole), resumes }
}

/** Kilobytes of resident memory that one open stream of the Hub takes. */
export async function measureMemory(lab: Lab, streams: number): Promise<number> {
  const asked = { tokens: 100, everyMs: 100 }
  const askers = lab.askers.slice(0, streams)
  // The first crowd warms the pools; what stays of it is not of one stream.
  await Promise.all(askers.map((asker) => ask(lab, 'hub', { tokens: 5, everyMs: 50, asker })))
  const before = await lab.hub.memoryMb()
  const open = askers.map((asker) => ask(lab, 'hub', { ...asked, asker }))
  await new Promise((resolve) => setTimeout(resolve, (asked.tokens * asked.everyMs) / 2))
  const during = await lab.hub.memoryMb()
  await Promise.all(open)
  return ((during - before) * 1_000) / streams
}
