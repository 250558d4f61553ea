import type { GateContext } from './context.ts'
import { lookAgain } from './look-again.ts'
import { lookAtUndos } from './look-at-undos.ts'
import { recoverCalls } from './recover-calls.ts'
import { recoverExecutions } from './recover-executions.ts'

const periodMs = 15_000

/** Looks now and then for what died or is not known. @returns a function that stops it after the work in hand */
export function startRecovery(gate: GateContext): () => Promise<void> {
  let working: Promise<unknown> = Promise.resolve()
  const look = () => {
    working = working.then(async () => {
      for (const recover of [recoverExecutions, lookAgain, recoverCalls, lookAtUndos])
        await recover(gate).catch((err: unknown) => gate.log.error({ err }, 'recovery failed'))
    })
  }
  look()
  const timer = setInterval(look, periodMs)
  return async () => {
    clearInterval(timer)
    await working
  }
}
