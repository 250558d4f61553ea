import { once } from 'node:events'
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A hand-written SMTP conversation. */
export interface SmtpTalk {
  /** Sends a line and gives the code of the whole answer. Throws when the connection is closed instead. */
  say(line: string): Promise<string>
  close(): void
}

/** Waits for the greeting of the server behind the socket. Throws when it does not come. */
export async function openSmtp(socket: Socket): Promise<SmtpTalk> {
  socket.on('error', () => socket.destroy())
  const failed = once(socket, 'error').then(([error]) => Promise.reject(error))
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const answer = async (): Promise<string> => {
    for (;;) {
      const { value, done } = await Promise.race([lines.next(), failed])
      if (done) throw new Error('closed')
      if (!/^\d{3}-/.test(value)) return value.slice(0, 3)
    }
  }
  await answer()
  return {
    say: (line) => {
      socket.write(`${line}\r\n`)
      return answer()
    },
    close: () => socket.destroy(),
  }
}
