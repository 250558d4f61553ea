import { ConfigError } from '@hub/kernel'
import { startServer } from './start.ts'

/** Starts the server as its own process (full mode). */
try {
  const server = await startServer(process.env)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
