import { expect, it } from 'vitest'
import { judgeLook, type KnownState, type Look } from './judge-look.ts'

type State = Look['state']
const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 8, 0, second))

/** The states after each look, one look a second, and the changes that were told. */
function watch(states: State[]) {
  let known: KnownState | null = null
  const told: string[] = []
  const shown = states.map((state, second) => {
    const judged = judgeLook(known, { state, detail: state, latencyMs: second, at: at(second) })
    known = judged.known
    if (judged.from)
      told.push(`${judged.from} > ${judged.known.state} since ${judged.known.since.getSeconds()}`)
    return known.state
  })
  return { shown, told }
}

it.each<[State[], State[], string[]]>([
  [['down'], ['down'], []],
  [['up', 'down', 'up'], ['up', 'up', 'up'], []],
  [['up', 'down', 'down'], ['up', 'up', 'down'], ['up > down since 1']],
  [['down', 'up', 'down', 'up', 'up'], ['down', 'down', 'down', 'down', 'up'], ['down > up since 3']],
  [['up', 'degraded', 'down'], ['up', 'up', 'down'], ['up > down since 1']],
  [['down', 'degraded', 'up'], ['down', 'down', 'up'], ['down > up since 1']],
  [
    ['unconfigured', 'down', 'unconfigured'],
    ['unconfigured', 'down', 'unconfigured'],
    ['unconfigured > down since 1', 'down > unconfigured since 2'],
  ],
])('%j is told as %j', (states, shown, told) => {
  expect(watch(states)).toEqual({ shown, told })
})

it('keeps what it told of a state in doubt, and ignores looks that come late', () => {
  const up = judgeLook(null, { state: 'up', detail: null, latencyMs: 7, at: at(10) }).known
  const doubted = judgeLook(up, { state: 'down', detail: 'away', latencyMs: 5_000, at: at(20) })
  expect(doubted).toMatchObject({
    from: null,
    known: { state: 'up', detail: null, latencyMs: 7, at: at(20), doubts: 1 },
  })
  const late = judgeLook(doubted.known, { state: 'down', detail: 'away', latencyMs: 1, at: at(15) })
  expect(late.known).toBe(doubted.known)
})
