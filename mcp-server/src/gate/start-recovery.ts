import type { GateContext } from './context.ts'
import { recoverCalls, recoverExecutions } from './recover-executions.ts'

const periodMs = 15_000

/** Looks now and then for executions whose process died. @returns a function that stops it after the work in hand */
export function startRecovery(gate: GateContext): () => Promise<void> {
  let working: Promise<unknown> = Promise.resolve()
  const look = () => {
    working = working
      .then(() => recoverExecutions(gate))
      .then(() => recoverCalls(gate))
      .catch((err: unknown) => gate.log.error({ err }, 'recovery failed'))
  }
  look()
  const timer = setInterval(look, periodMs)
  return async () => {
    clearInterval(timer)
    await working
  }
}
