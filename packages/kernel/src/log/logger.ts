import { AsyncLocalStorage } from 'node:async_hooks'
import { openSync } from 'node:fs'
import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger } from 'pino'

const requestScope = new AsyncLocalStorage<{ requestId: string }>()

/** Runs `fn` so that every log line inside carries `requestId`. */
export function withRequestId<T>(requestId: string, fn: () => T): T {
  return requestScope.run({ requestId }, fn)
}

/** Id of the request being served, if any. */
export function currentRequestId(): string | undefined {
  return requestScope.getStore()?.requestId
}

const secretNames = [
  'password',
  'newPassword',
  'token',
  'secret',
  'authorization',
  'cookie',
  'apiKey',
  'api_key',
  'unicodePwd',
  'session_token',
  'sessionToken',
  'userToken',
  'appToken',
]

/** Keys that never reach a log line, at the top and down to three levels. */
const redactedPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`])

/**
 * Structured JSON logger of a process.
 * @param options.name process or module, in every line
 * @param options.file where lines go; standard output unless told
 * @param destination for tests
 */
export function createLogger(
  options: { name: string; level?: string; file?: string },
  destination?: DestinationStream,
): Logger {
  return pino(
    {
      name: options.name,
      level: options.level ?? 'info',
      redact: { paths: [...redactedPaths, '*["set-cookie"]', '*.*["set-cookie"]'], censor: '[redacted]' },
      mixin: () => requestScope.getStore() ?? {},
    },
    // An open descriptor is ready at once: a process that ends right after its start still writes its last lines.
    destination ??
      pino.destination({ dest: options.file ? openSync(options.file, 'a', 0o600) : 1, sync: false }),
  )
}
