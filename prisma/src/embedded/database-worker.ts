import { parentPort, workerData } from 'node:worker_threads'
import { openPglite } from './open-pglite.ts'
import { startWireServer } from './wire/wire-server.ts'
import type { WorkerInput, WorkerMessage, WorkerRequest } from './worker-protocol.ts'

// PGlite runs a query to its end without yielding, hence a thread of its own.
const port = parentPort
if (!port) throw new Error('database-worker runs in a worker thread only')
const input = workerData as WorkerInput

function send(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer)
}

try {
  const pglite = await openPglite(input)
  const server = await startWireServer(pglite, input.endpoint, input.limits)
  const dump = async (): Promise<Uint8Array> => {
    const file = await server.exclusive(async (backend) => {
      await backend.query('CHECKPOINT')
      return pglite.dumpDataDir('none')
    })
    return new Uint8Array(await file.arrayBuffer())
  }
  const close = async () => {
    await server.close()
    await pglite.close()
  }
  port.on('message', async (request: WorkerRequest) => {
    const answer = { kind: 'answer', id: request.id } as const
    try {
      const bytes = request.kind === 'dump' ? await dump() : await close()
      if (bytes) send({ ...answer, bytes }, [bytes.buffer as ArrayBuffer])
      else send(answer)
    } catch (error) {
      send({ ...answer, error: error instanceof Error ? error.message : String(error) })
    }
  })
  send({ kind: 'ready', port: server.port })
} catch (error) {
  send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
}
