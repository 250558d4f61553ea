import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'ldapts'
import { directoryError, isPassing } from './directory-error.ts'
import type { Directory } from './settings.ts'

const retryDelayMs = 250

/** A connection that belongs to nobody yet, with the limits of the directory. */
export function openClient(directory: Directory): Client {
  return new Client({
    url: directory.url,
    connectTimeout: directory.connectTimeoutMs,
    timeout: directory.timeoutMs,
    tlsOptions: { ...directory.tlsOptions },
  })
}

/** Ends a connection; one that is already broken must not hide what the work gave. */
export async function closeClient(directory: Directory, client: Client): Promise<void> {
  try {
    await client.unbind()
  } catch (error) {
    directory.log?.debug(
      { error: error instanceof Error ? error.message : 'unknown' },
      'directory not unbound',
    )
  }
}

/**
 * One unit of work on its own connection: bind, `work`, unbind. A shared connection would come back from a break
 * without its bind (protocol section 8).
 * @throws AppError for every failure of the directory; the caller's own abort reason as it is
 */
export async function withConnection<T>(
  directory: Directory,
  work: (client: Client) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return directory.resilience.run(() => connectOnce(directory, work, signal), {
    isSafe: false,
    ...(signal && { signal }),
  })
}

async function connectOnce<T>(
  directory: Directory,
  work: (client: Client) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted()
  const client = openClient(directory)
  const startedAt = performance.now()
  try {
    const done = bindAndWork(directory, client, work)
    return await (signal === undefined ? done : orAbort(done, signal))
  } catch (error) {
    // A caller who leaves says nothing about the directory: it must not open its circuit.
    if (signal?.aborted) throw signal.reason
    const known = directoryError(error, directory.system)
    const reason = known instanceof Error ? known.message : 'unknown'
    directory.log?.warn(
      { domain: directory.name, reason, durationMs: Math.round(performance.now() - startedAt) },
      'directory failed',
    )
    throw known
  } finally {
    await closeClient(directory, client)
  }
}

/** The same for work that only reads: asked once more when the directory was busy or the connection broke. */
export async function readingConnection<T>(
  directory: Directory,
  work: (client: Client) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  try {
    return await withConnection(directory, work, signal)
  } catch (error) {
    if (!isPassing(error)) throw error
    await wait(retryDelayMs, undefined, { ...(signal && { signal }) })
    return withConnection(directory, work, signal)
  }
}

async function bindAndWork<T>(
  directory: Directory,
  client: Client,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  await client.bind(directory.bindDn, directory.bindPassword)
  return work(client)
}

/** ldapts knows no abort signal: the wait ends here and the connection is closed behind it. */
async function orAbort<T>(done: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([done, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
    // After an abort the closed connection makes the work fail with nobody waiting for it.
    done.catch(() => undefined)
  }
}
