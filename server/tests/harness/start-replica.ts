import { createLogger, type Env } from '@hub/kernel'
import { type RunningServer, startServer } from '@hub/server'
import type { TestHub } from './start-test-hub.ts'

/** Another API server on the same database and bus, for requests that reach the other replica. */
export async function startReplica(hub: TestHub, env: Env = {}): Promise<RunningServer> {
  const log = createLogger({ name: 'replica' }, { write: (line: string) => void hub.logs.push(line) })
  return startServer({ ...hub.env, ...env }, { bus: hub.bus, log })
}
