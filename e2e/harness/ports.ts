import { once } from 'node:events'
import { createServer } from 'node:net'

export interface HubPorts {
  hub: number
  mcp: number
  /** The demo estate; its directory listens on the next one. */
  estate: number
}

const host = '127.0.0.1'
// Below the range from which systems give ports of their own, so that nothing takes them meanwhile.
const firstPort = 21_000
const portsPerWorker = 400
const blockSize = 4

/** Four neighbouring free ports; each worker looks in a range of its own. */
export async function freePorts(worker: number): Promise<HubPorts> {
  const start = firstPort + worker * portsPerWorker
  for (let first = start; first < start + portsPerWorker; first += blockSize) {
    const block = Array.from({ length: blockSize }, (_, index) => first + index)
    const free = await Promise.all(block.map(isFree))
    if (free.every(Boolean)) return { hub: first, mcp: first + 1, estate: first + 2 }
  }
  throw new Error(`no free ports from ${start} on`)
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const isListening = once(server.listen(port, host), 'listening').then(
    () => true,
    () => false,
  )
  if (!(await isListening)) return false
  server.close()
  await once(server, 'close')
  return true
}
