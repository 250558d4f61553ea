import { once } from 'node:events'
import { createServer } from 'node:net'

/** A TCP port of `host` that nothing listens on right now. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error(`no free port on ${host}`)
  return address.port
}

/** The first loopback address from 127.0.0.5 on where every one of `ports` is free. */
export async function freeLoopbackAddress(ports: readonly number[]): Promise<string> {
  for (let last = 5; last < 255; last++) {
    const host = `127.0.0.${last}`
    const free = await Promise.all(ports.map((port) => isFree(host, port)))
    if (free.every(Boolean)) return host
  }
  throw new Error(`no loopback address with free ports ${ports.join(', ')}`)
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
