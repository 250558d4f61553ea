import { once } from 'node:events'
import { chmod, mkdir, rm } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'

const request = 'dump\n'

/** Answers `dump` requests of the same user on a private socket: a status line, then the bytes of the dump. */
export async function startControlServer(
  controlPath: string,
  dump: () => Promise<Uint8Array>,
): Promise<{ close(): Promise<void> }> {
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy())
    let received = ''
    socket.on('data', async (chunk) => {
      received += chunk.toString('latin1')
      if (received === request) socket.end(await answer(dump))
      else if (!request.startsWith(received)) socket.destroy()
    })
  })
  const isPipe = process.platform === 'win32'
  if (!isPipe) {
    await mkdir(path.dirname(controlPath), { recursive: true, mode: 0o700 })
    await rm(controlPath, { force: true })
  }
  server.listen(controlPath)
  await once(server, 'listening')
  if (!isPipe) await chmod(controlPath, 0o600)
  return {
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}

async function answer(dump: () => Promise<Uint8Array>): Promise<Buffer> {
  try {
    const bytes = await dump()
    return Buffer.concat([Buffer.from(`ok ${bytes.length}\n`), bytes])
  } catch (error) {
    return Buffer.from(`error ${error instanceof Error ? error.message : String(error)}\n`)
  }
}
