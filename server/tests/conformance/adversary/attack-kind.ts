import type { Arena } from './arena.ts'

/** One kind of step: how often it is drawn, and what it does. It throws BrokenPromise when the Hub gives way. */
export interface AttackKind {
  name: string
  weight: number
  run(arena: Arena): Promise<unknown>
}
