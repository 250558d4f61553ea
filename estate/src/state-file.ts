import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A JSON file that follows a state: written some time after a change, whole or not at all. */
export interface StateFile {
  /** Asks for a write soon; several changes make one write. */
  changed(): void
  /** Writes what is pending and waits for it. */
  flush(): Promise<void>
}

/** Reads a state file; undefined when it does not exist. Throws when it cannot be read or parsed. */
export async function readState(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(`The estate cannot read its state file ${path}`, { cause: error })
  }
}

async function writeWhole(path: string, state: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.tmp`, JSON.stringify(state))
  await rename(`${path}.tmp`, path)
}

/** Follows `snapshot()` into `path`; a failed background write is reported on stderr and tried again on the next change. */
export function createStateFile(path: string, snapshot: () => unknown, delayMs = 500): StateFile {
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  const write = () => {
    timer = undefined
    // An earlier failure was reported; this write holds the whole state and makes it good.
    writing = writing.catch(() => undefined).then(() => writeWhole(path, snapshot()))
    return writing
  }
  const report = (error: unknown) => console.error(`The estate could not save its state: ${String(error)}`)
  return {
    changed: () => {
      timer ??= setTimeout(() => write().catch(report), delayMs)
    },
    flush: async () => {
      if (timer === undefined) return writing
      clearTimeout(timer)
      await write()
    },
  }
}

/** For an estate that lives in memory only. */
export const noStateFile: StateFile = { changed: () => undefined, flush: async () => undefined }
