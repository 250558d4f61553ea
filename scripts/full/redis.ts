import { connect } from 'node:net'
import { dyingWithParent, startComponent } from './component.ts'
import { temporaryFolder } from './folders.ts'
import { ensurePackages } from './packages.ts'
import { freePort } from './ports.ts'
import { untilReady } from './wait-until.ts'

export const redisPackages = ['redis-server'] as const

export interface RunningRedis {
  /** redis://127.0.0.1:port */
  url: string
  /** Freezes the server: connections stay open and nothing answers. */
  pause(): void
  resume(): void
  close(): Promise<void>
}

/** Starts a real Redis on a free loopback port, without persistence. Throws when it does not answer. */
export async function startRedis(): Promise<RunningRedis> {
  await ensurePackages(redisPackages)
  const folder = await temporaryFolder('redis')
  const port = await freePort()
  const flags = [
    '--bind',
    '127.0.0.1',
    '--port',
    String(port),
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  const redis = startComponent({
    name: 'redis',
    argv: dyingWithParent('redis-server', ...flags),
    folder,
    stopSignal: 'SIGTERM',
  })
  await untilReady(redis, () => answersPing(port))
  return {
    url: `redis://127.0.0.1:${port}`,
    pause: () => redis.signal('SIGSTOP'),
    resume: () => redis.signal('SIGCONT'),
    close: async () => {
      redis.signal('SIGCONT')
      await redis.close()
    },
  }
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const settle = (isReady: boolean) => {
      socket.destroy()
      resolve(isReady)
    }
    socket.setTimeout(1_000, () => settle(false))
    socket.once('data', (reply) => settle(reply.toString().startsWith('+PONG')))
    socket.once('error', () => settle(false))
  })
}
