import { AppError } from '@hub/contracts'
import { ConfigError } from './config/load-config.ts'

/** Runs one of the Hub's processes until it is told to end; a start that cannot work is one line and exit code 1. */
export async function runProcess(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  try {
    const running = await start()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        running.close().then(
          () => process.exit(0),
          (error: unknown) => {
            process.stderr.write(`${String(error)}\n`)
            process.exit(1)
          },
        )
      })
    }
  } catch (error) {
    const problem = startProblem(error)
    if (problem === undefined) throw error
    process.stderr.write(`${problem}\n`)
    process.exit(1)
  }
}

/** The line for a start that failed for a reason its user can mend; anything else is a bug and keeps its stack. */
function startProblem(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof AppError) return error.message
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') return undefined
  const { address, port } = error as Error & { address?: string; port?: number }
  return `${address}:${port} is already in use: stop the other program or choose another port (HUB_PORT, MCP_PORT, ESTATE_PORT)`
}
