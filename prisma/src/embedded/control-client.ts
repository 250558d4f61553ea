import { once } from 'node:events'
import net from 'node:net'
import { UpstreamError } from '@hub/contracts'

/** Whether somebody listens on a control socket. */
export async function canConnect(controlPath: string): Promise<boolean> {
  const socket = net.connect(controlPath)
  try {
    await once(socket, 'connect')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  } finally {
    socket.destroy()
  }
}

/** Asks the process that has the database open for a dump. @throws UpstreamError when it does not give a whole one */
export async function requestDump(controlPath: string): Promise<Uint8Array> {
  const socket = net.connect(controlPath)
  socket.write('dump\n')
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  const reply = Buffer.concat(chunks)
  const lineEnd = reply.indexOf('\n')
  const line = reply.toString('utf8', 0, Math.max(lineEnd, 0))
  const bytes = reply.subarray(lineEnd + 1)
  if (line !== `ok ${bytes.length}`) {
    throw new UpstreamError(`the running Hub gave no backup: ${line || 'it ended the connection'}`)
  }
  return bytes
}
