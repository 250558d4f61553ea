import { DBOSClient } from '@dbos-inc/dbos-sdk'
import type { RunStep } from '@hub/contracts'
import type { Logger } from '@hub/kernel'
import { withoutSecrets } from './without-secrets.ts'

/** Reads the steps that the engine of the workflows has recorded. */
export interface RunSteps {
  /** @returns oldest first; none of a run that has not begun */
  read(runId: string): Promise<RunStep[]>
  close(): Promise<void>
}

const most = 500
const undefinedTable = '42P01'

/** Opens the engine's records, at the first reading: before that no worker may have made them. */
export function openRunSteps(databaseUrl: string, log: Logger): RunSteps {
  let client: Promise<DBOSClient> | undefined
  const open = () => {
    client ??= DBOSClient.create({
      systemDatabaseUrl: databaseUrl,
      systemDatabasePoolSize: 2,
      logger: quiet(log),
    })
    return client
  }
  return {
    async read(runId) {
      const steps = await (await open()).listWorkflowSteps(runId, { limit: most }).catch(noneYet)
      return (steps ?? []).map(presentStep)
    },
    async close() {
      await (await client)?.destroy()
    },
  }
}

/** No worker has ever started on this database. */
function noneYet(err: unknown): undefined {
  if ((err as { code?: unknown }).code === undefinedTable) return undefined
  throw err
}

type Recorded = NonNullable<Awaited<ReturnType<DBOSClient['listWorkflowSteps']>>>[number]

function presentStep(step: Recorded): RunStep {
  const { functionID: number, name, output, startedAtEpochMs, completedAtEpochMs } = step
  const recorded = output as { value?: unknown; failure?: { message: string; reason: string | null } } | null
  const isAttempt =
    recorded !== null && typeof recorded === 'object' && ('value' in recorded || 'failure' in recorded)
  const failure = isAttempt && recorded.failure ? recorded.failure : null
  return {
    number,
    name,
    startedAt: instant(startedAtEpochMs),
    endedAt: instant(completedAtEpochMs),
    result: withoutSecrets(isAttempt ? (recorded.value ?? null) : (output ?? null)),
    failure: failure && { message: failure.message, reason: failure.reason },
  }
}

function instant(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}

function quiet(log: Logger) {
  const drop = () => undefined
  return {
    info: drop,
    debug: drop,
    warn: (entry: unknown) => log.warn({ said: String(entry) }, 'workflow records'),
    error: (entry: unknown) => log.error({ said: String(entry) }, 'workflow records'),
  }
}
