import type { Logger } from '@hub/kernel'
import type { Channels } from './channel.ts'
import { loadChannels } from './load-channels.ts'

/**
 * The channels of this process; null when nobody is to be told.
 * @throws ConfigError with one line that names what is wrong in the file
 */
export async function openChannels(file: string | undefined, log: Logger): Promise<Channels | null> {
  if (file === undefined) return null
  const channels = await loadChannels(file)
  if (channels) return channels
  log.warn({ file }, 'NOTIFICATIONS_FILE names a file that is not there: nobody is told of requests')
  return null
}
