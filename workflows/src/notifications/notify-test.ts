import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { ConfigError, loadConfig } from '@hub/kernel'
import { WorkflowsEnv } from '../config.ts'
import { loadChannels } from './channels/load-channels.ts'
import { composeTest } from './message/compose-test.ts'
import { sendNotice } from './send/send-notice.ts'

/** `npm run notify:test -- <channel>`: sends one message and says what became of it. */
async function sendTest(name: string | undefined): Promise<string> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { NOTIFICATIONS_FILE: file } = loadConfig(
    WorkflowsEnv.pick({ NOTIFICATIONS_FILE: true }),
    process.env,
  )
  if (!file) throw new ConfigError('NOTIFICATIONS_FILE is missing')
  const channels = await loadChannels(file)
  if (!channels) throw new ConfigError(`notifications ${file}: there is no such file`)
  const names = channels.all.map((one) => one.name).join(', ')
  const channel = channels.all.find((one) => one.name === name)
  if (!channel) throw new ConfigError(`Usage: npm run notify:test -- <channel>; channels: ${names}`)
  const now = new Date()
  const verdict = await sendNotice(channel, composeTest(`msg_${randomUUID()}`, channel.language, now), now)
  if (verdict.kind !== 'sent') throw new ConfigError(`${channel.name}: not delivered: ${verdict.reason}`)
  return `${channel.name}: accepted${verdict.note ? ` (${verdict.note})` : ''}`
}

try {
  process.stdout.write(`${await sendTest(process.argv[2])}\n`)
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
