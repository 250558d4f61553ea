import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ConfigError } from '@hub/kernel'
import type { Channels } from './channel.ts'
import { parseChannelFile } from './parse-channel-file.ts'
import { resolveChannel } from './resolve-channel.ts'

/**
 * Reads NOTIFICATIONS_FILE and the secrets it names.
 * @returns null when there is no such file
 * @throws ConfigError with one line that names the file and the wrong places, never a secret
 */
export async function loadChannels(file: string): Promise<Channels | null> {
  const text = await readIfThere(file)
  if (text === null) return null
  try {
    const { file: read, refuse } = parseChannelFile(text)
    const place = { folder: dirname(file), allowLoopback: read.allowInsecureLoopback }
    const all = read.channels.map((entry, index) =>
      resolveChannel(entry, {
        ...place,
        refuse: (key, message) => {
          refuse([{ path: ['channels', index, key], message }])
          throw new ConfigError(message)
        },
      }),
    )
    return { timeZone: read.timeZone, all }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    throw new ConfigError(`notifications ${file}: ${error.message}`)
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new ConfigError(`notifications ${file}: cannot be read`, { cause })
  }
}
